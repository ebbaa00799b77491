package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaving a sweep in the middle, and two at once. */
class InterruptIT {
    private static final String SWEEP = """
            name = long
            run { d = 60, width = 32, batch-size = 240, max-steps = 400, observe = 40 }
            replicates = 400
            """;

    @TempDir
    Path folder;

    private static final Pattern COUNTED = Pattern.compile(" [1-9]\\d*/\\d+ runs");

    @Test
    void ctrlCPublishesWhatIsFinishedAndASecondDriverIsRefused() throws IOException, InterruptedException {
        Path sweep = Files.writeString(folder.resolve("long.conf"), SWEEP);
        Path store = folder.resolve("store");
        Path log = folder.resolve("log");
        Process process = Answer.launch(log, Map.of(), "run", sweep, "--out", store);
        waitForProgress(log, process);

        Answer second = Answer.to("run", sweep, "--out", store);
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("another process does (process ");
        assertThat(Answer.to("status", store).out()).contains("Driver:  running (process ");

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(log).content().contains("Interrupted. What is finished is in " + store);

        int finished = Content.of(store, Table.RUNS).size();
        assertThat(finished).isBetween(1, 399);
        assertThat(Answer.to("status", store).out())
                .contains("Driver:  none is running")
                .contains(finished + " of 400 runs finished");
        assertThat(Answer.to("verify", store).exitCode()).isZero();
    }

    /** Waits for a progress line that counts a run: something is finished then, however slow the machine. */
    private static void waitForProgress(Path log, Process process) throws IOException, InterruptedException {
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            if (Files.exists(log) && COUNTED.matcher(Files.readString(log)).find()) {
                return;
            }
            Thread.sleep(100);
        }
    }
}
