package dev.polylog.sweep.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of theory in a store, beside runs that were trained. */
class TheoryRunsTest {
    private static final String RUN = """
            name = mixed
            replicates = 4
            run { inputs = boolean, width = 8, batch-size = "8 * d", max-steps = 100, stop-at-error = 0.1 }
            """;

    private static Study study(Sweep sweep) {
        StudyOptions withoutForecasts = new StudyOptions(
                Optional.empty(), List.of(), OptionalInt.empty(), StudyOptions.Laws.OF_DIMENSION, OptionalInt.of(0));
        return Study.of(sweep, new MadeUpEvidence(sweep), withoutForecasts, MadeUpEvidence.ORIGIN);
    }

    /** Also where the engine is said to go along with d, which would put both on one curve. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grid { d = [16, 32, 64], engine = [auto, limit] }",
                "zip { d = [16, 32, 64, 128], engine = [auto, auto, limit, limit] }"
            })
    void areGroupsOfTheirOwn(String grid) {
        Sweep sweep = SweepFile.parse(RUN + grid);
        StudyDesign design = new StudyDesign(sweep, ScalingAxis.of(sweep, StudyOptions.USUAL));
        assertThat(design.groups())
                .hasSize(2)
                .allSatisfy((group, points) -> assertThat(points)
                        .extracting(point -> Expectations.isTheory(design.spec(point)))
                        .containsOnly(group.equals("engine = limit")));
    }

    @Test
    void areSaidToBeTheory() {
        Study study = study(SweepFile.parse(RUN + "grid { d = [16, 32, 64], engine = [auto, limit] }"));
        assertThat(study.content().summary())
                .anyMatch(words -> words.startsWith("Some of these runs are theory, "))
                .noneMatch(words -> words.contains("is cheapest"));
    }
}
