package dev.polylog.sweep.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CrossingTest {
    private static final long[] SAMPLES = {0, 10, 20, 30, 40, 50};

    private static Crossing cross(int confirm, double... errors) {
        return new Threshold(0.1, confirm).crossing(SAMPLES, errors);
    }

    @Test
    void theFirstOfTheConfirmedCheckpointsCounts() {
        assertThat(cross(3, 0.5, 0.4, 0.1, 0.05, 0.1, 0.9)).isEqualTo(Crossing.between(10, 20));
        assertThat(cross(1, 0.5, 0.09, 0.5, 0.5, 0.5, 0.5)).isEqualTo(Crossing.between(0, 10));
    }

    @Test
    void aDipThatDoesNotLastDoesNotCount() {
        assertThat(cross(2, 0.5, 0.09, 0.5, 0.09, 0.09, 0.5)).isEqualTo(Crossing.between(20, 30));
    }

    @Test
    void aValueThatIsNoNumberDoesNotMeetAThreshold() {
        assertThat(cross(2, 0.5, 0.09, Double.NaN, 0.09, Double.NaN, 0.5)).isEqualTo(Crossing.after(50));
    }

    @Test
    void neverMetIsCensoredAtTheLastCheckpoint() {
        assertThat(cross(3, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)).isEqualTo(Crossing.after(50));
    }

    /** The run may have crossed between 30 and 40 samples: it would be wrong to say that it had not by 50. */
    @Test
    void anUnconfirmedEndIsCensoredBeforeIt() {
        assertThat(cross(3, 0.5, 0.5, 0.5, 0.5, 0.05, 0.05)).isEqualTo(new Crossing(30, Double.POSITIVE_INFINITY, 50));
        assertThat(new Threshold(0.1, 3).crossing(new long[] {0, 10}, new double[] {0.05, 0.05}))
                .isEqualTo(new Crossing(0, Double.POSITIVE_INFINITY, 10));
    }

    @Test
    void metAtTheStartIsByTheFirstCheckpointAfterIt() {
        assertThat(cross(2, 0.1, 0.1, 0.5, 0.5, 0.5, 0.5)).isEqualTo(Crossing.between(0, 10));
        assertThat(new Threshold(0.1, 1).crossing(new long[] {0}, new double[] {0.05}))
                .isEqualTo(Crossing.between(0, 1));
    }

    @Test
    void aRunThatDivergesAtOnceTellsNothing() {
        Crossing crossing = new Threshold(0.1, 3).crossing(new long[] {0}, new double[] {0.5});
        assertThat(crossing).isEqualTo(Crossing.after(0));
        assertThat(crossing.isReached()).isFalse();
    }

    @Test
    void theLastCheckpointOfADivergedRunIsNotANumber() {
        assertThat(new Threshold(0.1, 1).crossing(new long[] {0, 10, 20}, new double[] {0.5, 0.4, Double.NaN}))
                .isEqualTo(Crossing.after(20));
    }

    @Test
    void thresholdsBelowTheStopTargetAreRefused() {
        Threshold threshold = new Threshold(0.02, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.checkAgainst(OptionalDouble.of(0.05), 3))
                .withMessageContaining("0.02")
                .withMessageContaining("expected a threshold of at least 0.05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold(0.05, 5).checkAgainst(OptionalDouble.of(0.05), 3))
                .withMessageContaining("5 consecutive")
                .withMessageContaining("at most 3");
        assertThatCode(() -> threshold.checkAgainst(OptionalDouble.empty(), 3)).doesNotThrowAnyException();
        assertThatCode(() -> new Threshold(0.05, 3).checkAgainst(OptionalDouble.of(0.05), 3))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNoTrajectoryIsRefused() {
        Threshold threshold = new Threshold(0.1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.crossing(new long[0], new double[0]))
                .withMessageContaining("failed run");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.crossing(new long[] {0, 5, 5}, new double[3]))
                .withMessageContaining("checkpoint 2: 5");
        assertThatIllegalArgumentException().isThrownBy(() -> threshold.crossing(SAMPLES, new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Crossing.between(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Crossing.after(Double.POSITIVE_INFINITY));
    }
}
