package dev.polylog.sweep.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.Folded;
import dev.polylog.sweep.report.figure.TextTable;
import dev.polylog.trainer.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said along axes other than d. */
class OtherAxesTest {
    private static final String RUN =
            "run { batch-size = 64, step-size = 0.1, max-steps = 100000, observe = 100, stop-at-error = 0.1 }\n";

    private static Study study(String grid, ToDoubleFunction<RunSpec> needed, StudyOptions options) {
        Sweep sweep = SweepFile.parse("name = made-up\nreplicates = 12\n" + grid);
        return Study.of(sweep, new MadeUpEvidence(sweep, needed), options, MadeUpEvidence.ORIGIN);
    }

    private static StudyOptions along(String axis, StudyOptions.Laws laws) {
        return new StudyOptions(Optional.of(axis), List.of(), OptionalInt.empty(), laws, OptionalInt.of(0));
    }

    private static Stream<Entry> entries(Study study) {
        return study.content().sections().stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(entry -> entry instanceof Folded folded ? folded.tables().stream() : Stream.of(entry));
    }

    private static double byNoise(RunSpec spec) {
        return 1000 / (1 - 2 * spec.task().labelNoise());
    }

    @Test
    void noiseHasATheoryAndNoLaw() {
        Study study = study(RUN + "grid.label-noise = [0, 0.1, 0.25]", OtherAxesTest::byNoise, StudyOptions.USUAL);
        assertThat(study.headlines())
                .anyMatch(line -> line.startsWith("label_noise = 0 is cheapest: "))
                .anyMatch(line -> line.contains("Theory expects n* in proportion to 1 / (1 - 2 label_noise)")
                        && line.contains("2.00 times as many samples at 0.25 as at 0. These runs took "))
                .noneMatch(line -> line.contains("Supported") || line.contains("Undecided"));
        assertThat(entries(study))
                .anyMatch(entry -> entry instanceof TextTable table
                        && table.title().equals("n* along label_noise")
                        && table.rows().size() == 3
                        && table.rows().get(0).get(0).equals("0"));
        assertThat(entries(study))
                .noneMatch(entry ->
                        entry instanceof TextTable table && table.title().contains("Laws"));
        assertThat(entries(study))
                .anyMatch(entry -> entry instanceof Figure figure
                        && figure.id().equals("sample-complexity")
                        && figure.caption().contains("The axis of label_noise is linear")
                        && figure.tables().values().iterator().next().columns().contains("label_noise"));
    }

    private static Optional<Figure> finals(Study study) {
        return entries(study)
                .filter(entry -> entry instanceof Figure figure && figure.id().equals("finals"))
                .map(Figure.class::cast)
                .findFirst();
    }

    /** All runs but one of twelve met their target, so that the 95th percentile is a little above it. */
    @Test
    void whatRunsEndWithIsDrawnAlongAnotherAxisThanTheDimension() {
        Figure noise = finals(study(RUN + "grid.label-noise = [0, 0.1]", OtherAxesTest::byNoise, StudyOptions.USUAL))
                .orElseThrow();
        assertThat(noise.caption()).contains("Runs that met their target ended there.");
        assertThat(noise.tables().get("rows").rows())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row).contains("along", 12, 0));
        assertThat(finals(study(RUN + "grid.d = [16, 32]", OtherAxesTest::byNoise, StudyOptions.USUAL)))
                .isEmpty();
    }

    /** The growth that margins predict is the same at all checkpoints of these runs, so that no line goes through it. */
    @Test
    void growthOfSeveralCellsIsATable() {
        assertThat(entries(study(RUN + "grid.label-noise = [0, 0.1]", OtherAxesTest::byNoise, StudyOptions.USUAL)))
                .anyMatch(entry -> entry instanceof TextTable table
                        && table.title().startsWith("Measured over predicted growth")
                        && table.rows()
                                .equals(List.of(
                                        List.of("label_noise = 0", "–", "–", "–", "–", "–"),
                                        List.of("label_noise = 0.1", "–", "–", "–", "–", "–"))));
    }

    @Test
    void theoryIsSilentWhereItDoesNotApply() {
        Study study = study(
                RUN.replace("observe", "optimizer = adam, observe") + "grid.label-noise = [0, 0.1]",
                OtherAxesTest::byNoise,
                StudyOptions.USUAL);
        assertThat(study.headlines()).noneMatch(line -> line.contains("Theory"));
    }

    @Test
    void aLawOfAnotherAxisIsFittedOnDemandAndLeavesNothingUnsaid() {
        Study study = study(
                RUN + "grid.label-noise = [0, 0.05, 0.1, 0.2, 0.3]",
                OtherAxesTest::byNoise,
                along("label-noise", StudyOptions.Laws.OF_ANY_AXIS));
        assertThat(entries(study))
                .anyMatch(entry -> entry instanceof TextTable table
                        && table.title().equals("Laws")
                        && table.note().contains("Left out of the laws: label_noise = 0"));
    }

    @Test
    void theCheapestBatchIsSaidOnceForAllDimensions() {
        Study study = study(
                "run { step-size = 0.1, max-steps = 100000, observe = 100, stop-at-error = 0.1 }\n"
                        + "grid { d = [16, 32, 64], batch-size = [\"d / 4\", d, \"4 * d\"] }",
                spec -> 40.0 * spec.task().d() + 2.0 * spec.training().batchSize() * 10,
                StudyOptions.USUAL);
        assertThat(study.headlines().stream().filter(line -> line.contains("cheapest")))
                .singleElement()
                .asString()
                .startsWith("batch_size = d / 4 is cheapest in all 3 comparisons: ")
                .contains("the next, d, takes 1.");
    }

    @Test
    void equalValuesAreWithinTheError() {
        Study study =
                study(RUN + "grid.width = [16, 32]", spec -> 1000 + spec.task().d(), StudyOptions.USUAL);
        assertThat(study.headlines()).anyMatch(line -> line.contains(" is within the error: "));
    }

    @Test
    void whatAllGroupsSayIsSaidOnce() {
        Study study = study(
                RUN + "grid { width = [16, 32, 64], inputs = [gaussian, boolean] }",
                spec -> 1000,
                along("batch-size", StudyOptions.Laws.OF_DIMENSION));
        assertThat(study.headlines().stream()
                        .filter(line -> line.contains("There is only one value of batch_size, 64")))
                .containsExactly(
                        "In each of 6 groups: There is only one value of batch_size, 64, so there is no law to look for.");
    }

    @Test
    void aBudgetIsNoHyperParameter() {
        Sweep sweep = SweepFile.parse(
                "name = a\nrun { batch-size = \"4 * d\", max-samples = \"600 * d\" }\ngrid.d = [8, 16]");
        assertThat(HyperparameterPath.of(sweep, ScalingAxis.of(sweep, StudyOptions.USUAL)))
                .isEqualTo("batch_size = 4 * d");
    }

    @Test
    void aFormulaOnAnotherAxisIsOnThePath() {
        Sweep sweep = SweepFile.parse("name = a\ngrid { d = [8, 16], batch-size = [\"d / 4\", 64] }");
        assertThat(HyperparameterPath.of(sweep, ScalingAxis.of(sweep, StudyOptions.USUAL)))
                .isEqualTo("batch_size = d / 4 | 64");
    }
}
