package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs in a small heap and few files. Their speed is a matter of benchmarks; time here only ends a hang. */
class ScaleIT {
    @TempDir
    Path folder;

    @Test
    void aMillionRunsArePlannedInASmallHeap() throws IOException, InterruptedException {
        Path sweep = write("""
                name = million
                run { batch-size = "4 * d" }
                grid {
                  d = { from = 2, to = 1001, step = 1 }
                  width = { from = 1, to = 100, step = 1 }
                  step-size = { from = 0.01, to = 0.1, step = 0.01 }
                }
                """);
        assertThat(launch(512, "plan", sweep))
                .contains("1,000,000 runs in 1,000,000 cells")
                .contains("to train)");
    }

    @Test
    void tenThousandTrivialRunsLeaveFewFilesAndNeedLittleMemory() throws IOException, InterruptedException {
        Path sweep = write("""
                name = trivial
                run { d = 8, width = 4, batch-size = 8, max-steps = 5, test-size = 16 }
                replicates = 10000
                """);
        Path store = folder.resolve("store");
        assertThat(launch(512, "run", sweep, "--out", store)).contains("10,000 of 10,000 runs");
        try (Stream<Path> files = Files.walk(store)) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeLessThan(200);
        }
        assertThat(Content.of(store, Table.RUNS)).hasSize(10_000);
    }

    private Path write(String sweep) throws IOException {
        return Files.writeString(folder.resolve("sweep.conf"), sweep);
    }

    private String launch(int megabytes, Object... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = Answer.launch(log, Map.of("POLYLOG_JAVA_OPTS", "-Xmx" + megabytes + "m"), arguments);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(log);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
