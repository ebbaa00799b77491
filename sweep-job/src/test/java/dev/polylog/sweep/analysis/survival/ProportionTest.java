package dev.polylog.sweep.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** Newcombe, <i>Two-sided confidence intervals for the single proportion</i>, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonIsThatOfNewcombe(int successes, int trials, double lower, double upper) {
        Interval interval = new Proportion(successes, trials).wilson(0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(5.1e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5.1e-5));
    }

    @Test
    void successAndFailureAreMirrorImages() {
        Interval few = new Proportion(3, 17).wilson(0.9);
        Interval many = new Proportion(14, 17).wilson(0.9);
        assertThat(few.lower()).isCloseTo(1 - many.upper(), within(1e-15));
        assertThat(few.upper()).isCloseTo(1 - many.lower(), within(1e-15));
        assertThat(new Proportion(5, 5).wilson(0.95).upper()).isOne();
        assertThat(new Proportion(0, 0).wilson(0.95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessageContaining("3 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(1, 2).wilson(1));
    }

    @Test
    void failedRunsAreNoTrials() {
        Cell cell = new Cell(64, List.of(Crossing.between(1, 2), Crossing.after(5)), 7);
        assertThat(cell.success()).isEqualTo(new Proportion(1, 2));
        assertThat(cell.failed()).isEqualTo(7);
    }
}
