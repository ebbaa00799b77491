package dev.polylog.sweep.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.trainer.run.Outcome;
import org.junit.jupiter.api.Test;

class RunCrossingTest {
    private static RunCrossing run(Outcome.Kind outcome, Crossing crossing) {
        return new RunCrossing("5059eac88722dd0e7768ecf9c328f182", 0, 0, outcome, crossing);
    }

    /** Nobody can say that n* of a run that diverged is larger; of one that got there first it is known. */
    @Test
    void aRunThatDivergedBeforeItGotThereHasNoCrossing() {
        assertThat(run(Outcome.Kind.DIVERGED, Crossing.after(100)).isMeasured()).isFalse();
        assertThat(run(Outcome.Kind.DIVERGED, Crossing.between(50, 60)).isMeasured())
                .isTrue();
        assertThat(run(Outcome.Kind.EXHAUSTED, Crossing.after(100)).isMeasured())
                .isTrue();
    }
}
