package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        // Runs, checkpoints, neurons, and tenths by distance, which the cube does not have.
        assertThat(reference).hasSize(60 + 60 * 16 + 60 * 2 * 16 + 30 * 2 * 10);
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

    /** As soon as so many of the 60 runs, each a task of its own, are published; a task may be anywhere in the next. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 40})
    void afterBeingKilledWhenSoManyRunsArePublished(int published) throws IOException, InterruptedException {
        Path store = folder.resolve("killed");
        Path log = folder.resolve("killed.log");
        Process process = Answer.launch(log, Map.of(), "run", sweep, "--out", store, "--pack-seconds", "1e-6");
        while (publishedRuns(store) < published && process.isAlive()) {
            Thread.sleep(2);
        }
        process.destroyForcibly().waitFor();
        assertThat(publishedRuns(store)).as(Files.readString(log)).isBetween(published, 59);

        Answer resumed = Answer.to("run", sweep, "--out", store);
        assertThat(resumed.exitCode()).as(resumed.all()).isZero();
        assertThat(Content.of(store)).isEqualTo(reference);
        assertThat(Answer.to("verify", store).exitCode()).isZero();
    }

    /** -1 while there is no store. */
    private static int publishedRuns(Path store) {
        String[] files = store.resolve("runs").toFile().list();
        return !Files.exists(store.resolve(".polylog")) || files == null ? -1 : files.length;
    }
}
