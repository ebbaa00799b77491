package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a store depend on the sweep alone. */
class SameBitsIT {
    private static final String SWEEP = """
            name = bits
            run { width = 16, batch-size = "3 * d", max-steps = 300, observe = 20, snapshots = [0, 100], step-size = 0.3 }
            grid { inputs = [gaussian, boolean], d = [5, 30, 60], label-noise = [0, 0.1] }
            replicates = 5
            """;

    @TempDir
    Path folder;

    private Path sweep;
    private List<String> reference;

    @BeforeEach
    void trainOnOneCore() throws IOException {
        sweep = Files.writeString(folder.resolve("bits.conf"), SWEEP);
        Path store = folder.resolve("reference");
        assertThat(Answer.to("run", sweep, "--out", store, "--master", "local[1]")
                        .exitCode())
                .isZero();
        reference = Content.of(store);
        assertThat(reference).hasSize(60 + 60 * 16 + 60 * 2 * 16);
    }

    @Test
    void onTwoCores() {
        Path store = folder.resolve("two");
        assertThat(Answer.to("run", sweep, "--out", store, "--master", "local[2]")
                        .exitCode())
                .isZero();
        assertThat(Content.of(store)).isEqualTo(reference);
    }

    @Test
    void inManySmallTasksAndInOneLarge() {
        Path small = folder.resolve("small");
        Answer.to("run", sweep, "--out", small, "--pack-seconds", "1e-6");
        assertThat(folder.resolve("small/runs")).isDirectoryContaining("glob:**/00001-00059-*.parquet");
        assertThat(Content.of(small)).isEqualTo(reference);

        Path large = folder.resolve("large");
        Answer.to("run", sweep, "--out", large, "--pack-seconds", "1e6");
        assertThat(folder.resolve("large/runs").toFile().list()).hasSize(1);
        assertThat(Content.of(large)).isEqualTo(reference);
    }

    @Test
    void whenCellsComeInAnotherOrderAndAnotherNumber() throws IOException {
        Path store = folder.resolve("grown");
        Path part = Files.writeString(
                folder.resolve("part.conf"), SWEEP.replace("[5, 30, 60]", "60").replace("= 5\n", "= 2\n"));
        assertThat(Answer.to("run", part, "--out", store).exitCode()).isZero();
        assertThat(Answer.to("run", sweep, "--out", store).exitCode()).isZero();
        assertThat(Content.of(store)).isEqualTo(reference);
    }

    /** Five moments, from before the first publication to near the end; the seed is fixed, the machine's speed is not. */
    @Test
    void afterBeingKilledAtAnyMoment() throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 5; attempt++) {
            Path store = folder.resolve("killed" + attempt);
            Path log = folder.resolve("killed" + attempt + ".log");
            Process process = Answer.launch(log, Map.of(), "run", sweep, "--out", store, "--pack-seconds", "0.05");
            waitForFile(store.resolve(".polylog"), process);
            Thread.sleep(random.nextInt(4500));
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            Answer resumed = Answer.to("run", sweep, "--out", store);
            assertThat(resumed.exitCode()).as(resumed.all()).isZero();
            assertThat(Content.of(store)).isEqualTo(reference);
            assertThat(Answer.to("verify", store).exitCode()).isZero();
        }
    }

    static void waitForFile(Path file, Process process) throws InterruptedException {
        for (int i = 0; i < 600 && !Files.exists(file) && process.isAlive(); i++) {
            Thread.sleep(50);
        }
    }
}
