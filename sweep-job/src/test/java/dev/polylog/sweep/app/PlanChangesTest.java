package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.StoredRuns;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanChangesTest {
    private static final String SWEEP = """
            name = a
            run { batch-size = "4 * d", width = 64, max-steps = 10 }
            grid { d = [4, 64, 4096], inputs = [gaussian, boolean] }
            replicates = 3
            """;

    private static RunIndex index(Sweep trained, int... cells) {
        Map<String, RunIndex.Entry> known = new HashMap<>();
        for (int cell : cells) {
            trained.runs(cell)
                    .forEach(run ->
                            known.put(RunIdentity.of(run).runId(), new RunIndex.Entry(Outcome.Kind.REACHED, 0, null)));
        }
        return StoredRuns.index(known);
    }

    private static Sweep now() {
        return SweepFile.parse("edition = 2\n" + SWEEP);
    }

    @Test
    void runsUnderAnotherEngineAreNamedWithTheWayBack() {
        Sweep before = SweepFile.parse(SWEEP);
        assertThat(PlanChanges.earlierEngines(now(), index(before, 0, 1, 2, 3, 4, 5)))
                .hasValue(
                        "The store holds 3 runs of this sweep by projected, where auto takes gram now: `--set"
                                + " run.engine=auto-1` goes on with them. New ones have the same law and other random numbers.");
    }

    @Test
    void whatAutoTakesAsEverIsNoChange() {
        Sweep before = SweepFile.parse(SWEEP);
        Sweep cube = SweepFile.parse("edition = 2\n" + SWEEP.replace("[gaussian, boolean]", "[boolean]"));
        assertThat(PlanChanges.earlierEngines(cube, index(before, 0, 1, 2, 3, 4, 5)))
                .isEmpty();
        assertThat(PlanChanges.earlierEngines(now(), new RunIndex())).isEmpty();
    }

    @Test
    void theWayBackFindsThem() {
        Sweep before = SweepFile.parse(SWEEP);
        Sweep back = SweepFile.parse("edition = 2\n" + SWEEP + "run.engine = auto-1");
        RunIndex index = index(before, 0, 1, 2, 3, 4, 5);
        for (int cell = 0; cell < back.cells(); cell++) {
            assertThat(index.countAmong(
                            back.runs(cell).map(run -> RunIdentity.of(run).runId())))
                    .isEqualTo(3);
        }
    }
}
