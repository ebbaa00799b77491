package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What theory says, as a user asks. */
class PredictTest {
    private static final String SWEEP = """
            name = foreseen
            run { inputs = boolean, width = 12, batch-size = "4 * d", max-samples = "100 * d", max-steps = 1000
                  observe = 2, stop-at-error = 0.05 }
            grid { d = [64, 256, 1024, 1048576], label-noise = [0, 0.05] }
            """;

    @TempDir
    Path folder;

    private Path write(String sweep) throws IOException {
        return Files.writeString(folder.resolve("sweep.conf"), sweep);
    }

    @Test
    void eachCellHasARowAndEachGroupALaw() throws IOException {
        Answer answer = Answer.exactlyTo("predict", write(SWEEP), "--starts", "2");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains("Sweep foreseen: 8 cells over d, label_noise.")
                .contains("a test error of at most 0.05 at 3 checkpoints in a row, the median of 2 starts.")
                .containsPattern("1048576 +0 +[0-9,]+ +[0-9,]+ to [0-9,]+ +[0-9,]+ +[0-9]+ +104,857,600 +too small")
                .containsPattern("label_noise = 0: n\\* = d \\(-?[0-9.]+ \\+ [0-9.]+ log d\\) within [0-9.]+ %;")
                .contains("n*/d rises by ", " + 0.1963 log^2 d) within ")
                .doesNotContain("No theory");
        assertThat(Answer.exactlyTo("predict", folder.resolve("sweep.conf"), "--starts", "2"))
                .as("the same question has the same answer")
                .isEqualTo(answer);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is written").containsExactly(folder.resolve("sweep.conf"));
        }
    }

    /** Dimensions that no array could have. */
    @Test
    void aTrillionDimensionsTakeNoLongerThanAFew() throws IOException {
        Answer answer = Answer.exactlyTo(
                "predict",
                write(SWEEP),
                "--starts",
                "1",
                "--set",
                "run.engine=limit",
                "--set",
                "grid.d=[1e12]",
                "--set",
                "grid.label-noise=[0]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .containsPattern("1,[0-9]{3},000,000,000,000 .* 1,[0-9]{3} +[0-9]{3} +100,000,000,000,000 +too small");
    }

    @Test
    void aReasonIsSaidOnceForAllThatShareIt() throws IOException {
        Path sweep = write(SWEEP);
        Answer some = Answer.exactlyTo(
                "predict",
                sweep,
                "--starts",
                "1",
                "--set",
                "grid.d=[64,128]",
                "--set",
                "grid.label-noise=[0]",
                "--set",
                "grid.inputs=[boolean,sphere]");
        assertThat(some.exitCode()).as(some.all()).isZero();
        assertThat(some.out().lines().filter(line -> line.startsWith("No theory")))
                .singleElement()
                .asString()
                .startsWith("No theory for 2 cells: ");
        Answer none = Answer.exactlyTo("predict", sweep, "--set", "run.optimizer=adam", "--set", "grid.d=[64]");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("No theory for any cell: ").doesNotContain("n*/d");
    }

    @Test
    void csvHasAllOfIt() throws IOException {
        Answer answer = Answer.exactlyTo(
                "predict",
                write(SWEEP),
                "--starts",
                "1",
                "--csv",
                "--set",
                "grid.d=[64]",
                "--set",
                "grid.label-noise=[0]",
                "--set",
                "grid.inputs=[boolean,sphere]");
        List<String> lines = answer.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("inputs,observable,threshold,confirm,starts,reached,samples,samples_least,samples_most,"
                        + "samples_per_d,steps,horizon_steps,budget_samples,budget,reason");
        assertThat(lines.get(1)).matches("boolean,test_error,0.05,3,1,1,[0-9.]+,.*,6400,too_small,");
        assertThat(lines.get(2)).matches("sphere,test_error,0.05,3,,,,,,,,,6400,,\"?it serves .*");
        assertThat(lines).hasSize(3);
    }

    @Test
    void badInputIsRefused() throws IOException {
        Path sweep = write(SWEEP);
        assertThat(Answer.exactlyTo("predict", sweep, "--starts", "0"))
                .isEqualTo(new Answer(
                        2, "", "polylog: Invalid --starts: 0 (expected 1 to 10,000)" + System.lineSeparator()));
        assertThat(Answer.exactlyTo("predict", sweep, "--set", "run.widht=3").exitCode())
                .isEqualTo(2);
        assertThat(Answer.exactlyTo("predict", sweep, "--out", "x").err()).contains("Unknown option: --out");
    }

    @Test
    void aPlanSaysWhatTheoryExpectsAndWarnsOfSmallBudgets() throws IOException {
        Path sweep = write(SWEEP);
        Answer answer = Answer.exactlyTo("plan", sweep, "--out", folder.resolve("store"), "--set", "grid.d=[64,256]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains("theory expects")
                .containsPattern(" [0-9,]+ samples, [0-9]+ steps")
                .containsPattern(
                        "Warning: (in [0-9] cells?, )?theory expects [0-9,]+ d( to [0-9,]+ d)? samples to a test error of at"
                                + " most 0.05 at 3 checkpoints in a row; max-steps and max-samples allow 100 d\\.");
        Answer enough = Answer.exactlyTo(
                "plan",
                sweep,
                "--out",
                folder.resolve("store"),
                "--set",
                "grid.d=[64,256]",
                "--set",
                "run.max-samples=\"4000 * d\"");
        assertThat(enough.out()).contains("theory expects").doesNotContain("Warning");
    }

    /** By how many and how wide cells are, never by how fast the machine is. */
    @Test
    void aPlanThatWouldTakeLongNamesTheCommand() throws IOException {
        Path sweep = write(SWEEP);
        Answer answer = Answer.exactlyTo(
                "plan",
                sweep,
                "--out",
                folder.resolve("store"),
                "--set",
                "run.inputs=gaussian",
                "--set",
                "run.width=128",
                "--set",
                "grid.d=[64,128,256,512]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains("Theory:  `polylog predict " + sweep + " --set run.inputs=gaussian --set run.width=128 --set")
                .contains("says how many samples it expects each cell to need")
                .doesNotContain(" steps\n");
    }
}
