package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void atFirstItIsWhatWasPredicted() {
        assertThat(new Pace(100, 1, 4).secondsLeft(0, 0)).isCloseTo(25, within(1e-12));
        assertThat(new Pace(100, 60, 2).secondsLeft(0, 0)).isCloseTo(50, within(1e-12));
    }

    /** Nothing can have been measured before the first run ends, so what is left may not climb far until then. */
    @Test
    void theLongestRunMayTakeItsTime() {
        Pace pace = new Pace(1200, 600, 2);
        assertThat(pace.secondsLeft(0, 600)).isLessThanOrEqualTo(2 * 600.0);
        assertThat(pace.secondsLeft(0, 60)).isLessThanOrEqualTo(1.1 * 600);
    }

    @Test
    void inTheEndItIsWhatWasMeasured() {
        Pace pace = new Pace(10_000, 1, 2);
        assertThat(pace.secondsLeft(5000, 10_000)).isCloseTo(10_000, within(20.0));
        assertThat(pace.secondsLeft(10_000, 123)).isZero();
    }

    @Test
    void theShareIsOneAtMost() {
        assertThat(new Pace(10, 1, 2).share(5)).isEqualTo(0.5);
        assertThat(new Pace(10, 1, 2).share(10.001)).isEqualTo(1);
    }

    /** Ten tenths, one after the other, are less than one. */
    @Test
    void allRunsAreTheWholeHoweverTheyAreAddedUp() {
        double done = 0;
        for (int run = 0; run < 10; run++) {
            done += 0.1;
        }
        assertThat(done).isLessThan(1);
        assertThat(new Pace(1, 0.1, 2).share(done)).isEqualTo(1);
    }
}
