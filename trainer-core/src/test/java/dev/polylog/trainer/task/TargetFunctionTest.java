package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetFunctionTest {

    /** Labels at (-, -), (+, -), (-, +), (+, +). */
    @ParameterizedTest
    @CsvSource({"xor, -1, 1, 1, -1", "parity-2, -1, 1, 1, -1", "and, -1, -1, -1, 1", "or, -1, 1, 1, 1"})
    void labelsAreThoseOfTheTruthTable(String name, int none, int first, int second, int both) {
        TargetFunction target = named(name);
        assertThat(label(target, -0.5f, -2)).isEqualTo(none);
        assertThat(label(target, 0.5f, -2)).isEqualTo(first);
        assertThat(label(target, -0.5f, 2)).isEqualTo(second);
        assertThat(label(target, 0.5f, 2)).isEqualTo(both);
    }

    @Test
    void parityCountsThePositiveCoordinates() {
        Random random = new Random(1);
        for (int k = 2; k <= 8; k++) {
            TargetFunction parity = named("parity-" + k);
            assertThat(parity.coordinates()).isEqualTo(k);
            for (int repeat = 0; repeat < 200; repeat++) {
                float[] x = new float[k + 2];
                int positive = 0;
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) random.nextGaussian();
                    positive += i >= 1 && i <= k && x[i] > 0 ? 1 : 0;
                }
                assertThat(parity.value(x, 1)).isEqualTo(positive % 2 == 1 ? 1 : -1);
            }
        }
    }

    @Test
    void theSineIsTheBoundary() {
        TargetFunction sine = named("sine-boundary");
        for (float x1 = -4; x1 < 4; x1 += 0.1f) {
            assertThat(label(sine, x1, (float) Math.sin(x1) + 1e-3f)).isEqualTo(1);
            assertThat(label(sine, x1, (float) Math.sin(x1) - 1e-3f)).isEqualTo(-1);
        }
    }

    static Stream<TargetFunction> all() {
        return TargetFunction.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void labelsAreSignsOfTheLeadingCoordinatesAlone(TargetFunction target) {
        Random random = new Random(2);
        for (int repeat = 0; repeat < 100; repeat++) {
            float[] x = new float[12];
            for (int i = 0; i < x.length; i++) {
                x[i] = repeat < 5 ? 0 : (float) random.nextGaussian();
            }
            double label = target.value(x, 0);
            assertThat(Math.abs(label)).isEqualTo(1);
            for (int i = target.coordinates(); i < x.length; i++) {
                x[i] = -x[i] + 1;
            }
            assertThat(target.value(x, 0)).isEqualTo(label);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theScoreHasTheSignOfTheLabel(TargetFunction target) {
        Score score = target.score().orElseThrow();
        Random random = new Random(3);
        for (int repeat = 0; repeat < 300; repeat++) {
            float[] x = new float[target.coordinates()];
            double[] z = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextGaussian();
                z[i] = x[i];
            }
            assertThat(Math.signum(score.of(z))).isEqualTo(target.value(x, 0));
        }
    }

    @Test
    void aFormulaHasNoScore() {
        assertThat(TargetFunction.Formula.parse("sign(x1 + x2)").score()).isEmpty();
    }

    @Test
    void onlyXorHasBlocks() {
        assertThat(TargetFunction.all().stream().filter(TargetFunction::hasBlocks))
                .extracting(TargetFunction::toString)
                .containsExactly("xor", "parity-2");
    }

    @Test
    void aParityOfOneOrManyIsRefused() {
        assertThatThrownBy(() -> new TargetFunction.Parity(1)).hasMessage("Invalid parity: 1 (expected 2 to 8)");
        assertThatThrownBy(() -> new TargetFunction.Parity(9)).hasMessage("Invalid parity: 9 (expected 2 to 8)");
    }

    private static double label(TargetFunction target, float x1, float x2) {
        return target.value(new float[] {x1, x2}, 0);
    }

    private static TargetFunction named(String name) {
        return TargetFunction.all().stream()
                .filter(target -> target.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
