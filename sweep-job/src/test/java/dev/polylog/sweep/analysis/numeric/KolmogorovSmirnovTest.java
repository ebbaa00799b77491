package dev.polylog.sweep.analysis.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void theDistanceIsThatOfTheStepFunctions() {
        double[] first = {3, 1, 2, 4};
        assertThat(KolmogorovSmirnov.distance(first, new double[] {4, 3, 2, 1})).isZero();
        assertThat(KolmogorovSmirnov.distance(first, new double[] {5, 6})).isEqualTo(1);
        assertThat(KolmogorovSmirnov.distance(first, new double[] {1.5, 2.5})).isEqualTo(0.5);
        assertThat(KolmogorovSmirnov.distance(first, new double[] {2, 2, 2, Double.POSITIVE_INFINITY}))
                .isEqualTo(0.25);
    }

    @Test
    void nothingIsNotCompared() {
        assertThatThrownBy(() -> KolmogorovSmirnov.distance(new double[0], new double[1]))
                .hasMessageContaining("expected at least one each");
    }

    /** The points of the limiting law that tables give. */
    @Test
    void probabilitiesAreThoseOfTables() {
        int many = 2_000_000;
        double scale = Math.sqrt(2.0 / many);
        assertThat(KolmogorovSmirnov.pValue(1.3581 * scale, many, many)).isCloseTo(0.05, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.6276 * scale, many, many)).isCloseTo(0.01, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(0, 10, 10)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(1, 100, 100)).isLessThan(1e-30);
    }

    @Test
    void aSampleIsFartherFromItsLawThanTheMarginAsOftenAsItSays() {
        Random random = new Random(5);
        int farther = 0;
        double margin = KolmogorovSmirnov.margin(50, 0.05);
        for (int repetition = 0; repetition < 2000; repetition++) {
            double[] sorted = random.doubles(50).sorted().toArray();
            double distance = IntStream.range(0, 50)
                    .mapToDouble(i -> Math.max(sorted[i] - i / 50.0, (i + 1) / 50.0 - sorted[i]))
                    .max()
                    .orElseThrow();
            farther += distance > margin ? 1 : 0;
        }
        assertThat(farther).isBetween(40, 100);
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        double[] known = {1, Double.POSITIVE_INFINITY};
        assertThatThrownBy(() -> KolmogorovSmirnov.distance(known, new double[] {2, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a number");
        assertThatThrownBy(() -> KolmogorovSmirnov.distance(known, new double[0]))
                .hasMessageContaining("expected at least one each");
    }
}
