package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.RunIdentity;
import org.junit.jupiter.api.Test;

class RoundedValuesTest {
    private static Sweep sweep(String digits) {
        return SweepFile.parse(
                "name = a\ngrid { d = [8, 16], init-scale = { from = 0.01, to = 1, count = 4, spacing = log" + digits
                        + " } }");
    }

    private static String id(Sweep sweep) {
        return RunIdentity.of(sweep.spec(1, 0)).runId();
    }

    @Test
    void areNamedWithTheWayBack() {
        assertThat(RoundedValues.between(sweep(", digits = full"), sweep("")))
                .containsExactly("The plan changed: init-scale = 0.0464158883361278 is 0.0464 now, and runs with it are"
                        + " new. Those with the earlier values stay in the store; `digits = full` in the range plans"
                        + " them again.");
    }

    @Test
    void theStoredTextKeepsTheValuesThatItsRunsHave() {
        Sweep full = sweep(", digits = full");
        Sweep stored = SweepFile.parse(full.text());
        assertThat(id(stored)).isEqualTo(id(full));
        assertThat(id(stored)).isNotEqualTo(id(sweep("")));
        assertThat(RoundedValues.between(stored, full)).isEmpty();
    }

    @Test
    void otherChangesOfAPlanAreNone() {
        assertThat(RoundedValues.between(sweep(""), sweep(", digits = full"))).isEmpty();
        assertThat(RoundedValues.between(
                        SweepFile.parse("name = a\ngrid.d = [8, 16]"), SweepFile.parse("name = a\ngrid.d = [8, 32]")))
                .isEmpty();
    }
}
