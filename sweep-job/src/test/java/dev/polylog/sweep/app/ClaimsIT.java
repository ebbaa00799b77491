package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims as a user holds them against runs. */
class ClaimsIT {
    private static final String SWEEP = """
        name = claimed
        run {
          inputs = boolean, width = 16, batch-size = "8 * d", step-size = 0.2
          max-steps = 150, observe = 2, stop-at-error = 0.1, test-size = 200, snapshots = [0, 2]
        }
        grid { d = [8, 16], label-noise = [0, 0.05] }
        replicates = 6
        claims = [
          { id = LEARNS, says = "Some runs learn", source = "this test", statistic = success-rate, above = 0.01 }
          { id = ERROR
            says = "In the end most labels are right", source = "this test"
            statistic { name = failure-rate, final-error = 0.5 }, below = 0.9 }
          { id = NEVER, says = "No run learns", source = "this test", statistic = success-rate, below = 0.01 }
          { id = MEAN
            says = "Errors end below one half", source = "this test"
            statistic { name = final-mean, observable = test_error }, where = "d == 8", below = 0.5 }
          { id = GROWS
            says = "The signal does not shrink by half", source = "this test", statistic = growth-rate, above = -2 }
          { id = TURNED
            says = "Neurons turn somewhere", source = "this test", statistic = angle-concentration, above = -1 }
        ]
        """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path store;

    private static Answer run;

    @BeforeAll
    static void train() throws IOException {
        store = shared.resolve("store");
        run = Answer.exactlyTo("run", Files.writeString(shared.resolve("sweep.conf"), SWEEP), "--out", store);
    }

    @Test
    void aRunAndItsReportSayWhatBecameOfThem() throws IOException {
        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out())
                .contains("Claims: 5 hold, 1 fails, 0 are undecided.")
                .doesNotContain("Warning");
        assertThat(Files.readString(store.resolve("report.html")))
                .contains("Claims and verdicts", "In the end most labels are right");
        assertThat(Files.readString(store.resolve("analysis/claims.csv")))
                .startsWith(
                        "store,id,says,source,statistic,where,cells,runs,value,low,high,bound_low,bound_high,verdict,remark")
                .contains("claimed,NEVER,No run learns,this test,success-rate,,4,24,", ",fails,");
    }

    @Test
    void theCommandPrintsThemWhateverTheVerdicts() {
        Answer answer = Answer.exactlyTo("claims", store);
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains("claim", "measured", "bound", "verdict")
                .containsPattern("NEVER .*below 0.01 +fails")
                .containsPattern("MEAN .*below 0.5 +holds")
                .contains("ERROR: In the end most labels are right. this test; failure-rate (final-error 0.5)")
                .contains("Claims: 5 hold, 1 fails, 0 are undecided.");
    }

    @Test
    void aStudyIsRunForItsClaims() throws IOException {
        Files.writeString(folder.resolve("study.conf"), SWEEP);
        Files.writeString(
                folder.resolve("study-small.conf"),
                "include \"study.conf\"\nname = small\nreplicates = 2\ngrid { d = [8] }");
        Path stores = folder.resolve("stores");
        Answer answer = Answer.exactlyTo("claims", "--all", "--studies", folder, "--out", stores);
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out()).contains("study-small.conf:", "4 of 4 runs in", "LEARNS", "Claims: ");
        assertThat(stores.resolve("small/analysis/claims.csv")).exists();
        assertThat(Files.readString(stores.resolve("analysis/claims.csv"))
                        .lines()
                        .map(line -> line.split(",", -1)[1]))
                .containsExactly("id", "ERROR", "GROWS", "LEARNS", "MEAN", "NEVER", "TURNED");
        Answer again = Answer.exactlyTo("claims", "--all", "--studies", folder, "--out", stores);
        assertThat(again.out()).contains("Nothing to train: 4 runs reused");
    }

    @Test
    void whereNothingIsClaimedThatIsSaid() throws IOException {
        Path file = Files.writeString(
                folder.resolve("sweep.conf"), "name = x\nrun { width = 8, max-steps = 4, test-size = 64 }");
        Path bare = folder.resolve("bare");
        Answer.to("run", file, "--out", bare);
        Answer answer = Answer.exactlyTo("claims", bare);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Nothing is claimed of " + bare);
    }
}
