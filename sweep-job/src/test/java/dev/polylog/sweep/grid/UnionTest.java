package dev.polylog.sweep.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionTest {
    private static final String SWEEP = """
            name = study
            run { batch-size = "8 * d", step-size = 0.2, max-steps = 100 }
            grid { d = [16, 32, 64], label-noise = [0, 0.05] }
            replicates = 3
            """;
    private static final Sweep FULL = SweepFile.parse(SWEEP);

    @TempDir
    Path folder;

    /** The plan of a trial with {@code --set}. */
    private Sweep with(String... settings) throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.conf"), SWEEP);
        return SweepFile.read(file, List.of(settings));
    }

    private static Union of(Sweep... plans) {
        return Union.of(List.of(plans).stream().map(plan -> source("a", plan)).toList());
    }

    private static Union.Source source(String store, Sweep plan) {
        return new Union.Source(store, plan, plan::replicates);
    }

    private static List<String> written(Grid grid) {
        return IntStream.range(0, grid.cells())
                .mapToObj(cell -> String.join(" ", grid.labels(cell)) + ": " + grid.replicates(cell))
                .toList();
    }

    @Test
    void aPlanAndATrialDifferInWhatTheTrialSet() throws IOException {
        Union both = of(FULL, with("grid.d=[32]", "run.step-size=0.1"));
        assertThat(both.varying()).containsExactly("d", "step_size", "label_noise");
        assertThat(written(both))
                .containsExactly(
                        "16 0.2 0: 3",
                        "16 0.2 0.05: 3",
                        "32 0.1 0: 3",
                        "32 0.1 0.05: 3",
                        "32 0.2 0: 3",
                        "32 0.2 0.05: 3",
                        "64 0.2 0: 3",
                        "64 0.2 0.05: 3");
        assertThat(both.axes()).hasSize(3).allMatch(Axis.Line.class::isInstance);
        assertThat(both.common())
                .anyMatch(setting -> setting.field().equals(Fields.BATCH_SIZE)
                        && setting.written().equals("8 * d"));
        assertThat(both.stores()).containsExactly("a");
    }

    @Test
    void theSameCellsOfTwoPlansAreOneAndKeepTheLongerRepetition() throws IOException {
        Union extended = of(FULL, with("replicates=5", "grid.d=[16, 32, 64, 128]"));
        assertThat(extended.varying()).containsExactly("d", "label_noise");
        assertThat(written(extended)).hasSize(8).contains("16 0: 5", "128 0.05: 5");
        assertThat(of(FULL, with("replicates=2")).replicates(0)).isEqualTo(3);
        assertThat(of(FULL, with("replicates=2")).runs(0).distinct()).hasSize(3);
    }

    @Test
    void aCellIsWhatItsValuesAreHoweverTheyAreWritten() throws IOException {
        Union both = of(FULL, with("grid.d=[16]", "run.batch-size=128"), with("grid.d=[16]", "run.batch-size=256"));
        assertThat(both.cells()).isEqualTo(8);
        assertThat(both.varying()).containsExactly("d", "batch_size", "label_noise");
        assertThat(IntStream.range(0, 8)
                        .mapToObj(cell -> both.setting(cell, Fields.BATCH_SIZE).written())
                        .distinct())
                .containsExactlyInAnyOrder("8 * d", "256");
    }

    @Test
    void otherSeedsAreMoreRunsOfTheSameCells() throws IOException {
        Union both = of(FULL, with("seed=7", "replicates=2"));
        assertThat(both.cells()).isEqualTo(6);
        assertThat(both.replicates(0)).isEqualTo(5);
        assertThat(both.runs(0).map(RunIdentity::of).map(RunIdentity::runId).distinct())
                .hasSize(5);
    }

    @Test
    void cellsOfTwoStoresAreTwo() {
        Union both = Union.of(List.of(source("b", FULL), source("a", FULL)));
        assertThat(both.cells()).isEqualTo(12);
        assertThat(both.stores()).containsExactly("b", "a");
        assertThat(both.store(0)).isEqualTo("b");
        assertThat(both.store(11)).isEqualTo("a");
        assertThat(both.spec(0)).isEqualTo(both.spec(6));
        assertThat(both.parts()).extracting(Part::store).containsExactly(0, 1);
        assertThat(both.parts().get(1).cells().of(5)).isEqualTo(11);
    }

    @Test
    void cellsWithoutRunsAreLeftOut() {
        Union some = Union.of(List.of(new Union.Source("a", FULL, cell -> cell % 2)));
        assertThat(written(some)).containsExactly("16: 1", "32: 1", "64: 1");
        assertThat(some.varying()).containsExactly("d");
        Numbering cells = some.parts().get(0).cells();
        assertThat(List.of(cells.of(0), cells.of(1), cells.of(5))).containsExactly(Numbering.NONE, 0, 2);
        assertThat(Union.of(List.of(new Union.Source("a", FULL, cell -> 0))).cells())
                .isZero();
    }

    @Test
    void fieldsStayZippedWhileOneStillTellsTheOther() {
        Sweep zipped = SweepFile.parse("name = zip\nzip = [{ d = [16, 32], width = [8, 16] }]");
        Sweep more = SweepFile.parse("name = zip\nzip = [{ d = [64, 128], width = [32, 64] }]");
        assertThat(of(zipped, more).axes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Axis.Zip.class, zip -> assertThat(zip.size()).isEqualTo(4));
        Sweep across = SweepFile.parse("name = zip\nrun { d = 16, width = 64 }");
        assertThat(of(zipped, across).axes()).hasSize(2).allMatch(Axis.Line.class::isInstance);
    }

    @Test
    void everyCellHasTheRunsThatItsPartsName() throws IOException {
        Union both = of(FULL, with("grid.d=[32, 256]", "run.max-steps=200", "replicates=4"));
        for (Part part : both.parts()) {
            for (int cell = 0; cell < part.plan().cells(); cell++) {
                RunSpec first = part.plan().spec(cell, 0);
                assertThat(both.runs(part.cells().of(cell))).contains(first);
            }
        }
    }
}
