package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.store.MadeUpStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report of many runs in a small heap: 10,000 of them, or as many as {@code -Dpolylog.report.runs} says. Time only ends a hang;
 * {@code docs/performance.md} has what was measured.
 */
class ReportScaleIT {
    private static final int RUNS = Integer.getInteger("polylog.report.runs", 10_000);

    @TempDir
    Path folder;

    @Test
    void manyRunsInASmallHeap() throws IOException, InterruptedException, InvalidSweepException {
        Path store = folder.resolve("store");
        int runs = MadeUpStore.write(store, RUNS);
        Path log = folder.resolve("log");
        Process process = Answer.launch(log, Map.of("POLYLOG_JAVA_OPTS", "-Xmx1500m"), "report", store);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("gaussian: ", "Report: ");
        assertThat(Files.size(store.resolve("report.html"))).isLessThan(10_000_000);
        assertThat(Files.readAllLines(store.resolve("analysis/crossings.csv"))).hasSize(runs + 1);
        assertThat(Files.readAllLines(store.resolve("analysis/cells.csv"))).hasSize(MadeUpStore.CELLS + 1);
    }
}
