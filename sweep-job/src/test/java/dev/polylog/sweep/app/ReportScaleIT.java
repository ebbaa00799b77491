package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.store.MadeUpStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report of many runs in the 2 GB of a test: 10,000 of them, or as many as {@code -Dpolylog.report.runs} says;
 * {@code docs/performance.md} has what was measured.
 */
class ReportScaleIT {
    private static final int RUNS = Integer.getInteger("polylog.report.runs", 10_000);

    @TempDir
    Path folder;

    @Test
    void manyRunsInASmallHeap() throws IOException, InvalidSweepException {
        Path store = folder.resolve("store");
        int runs = MadeUpStore.write(store, RUNS);
        Answer answer = Answer.to("report", store);
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out()).contains("gaussian: Supported: n* = d (c0 + ", "Report: ");
        assertThat(Files.size(store.resolve("report.html"))).isLessThan(10_000_000);
        assertThat(Files.readAllLines(store.resolve("analysis/crossings.csv"))).hasSize(runs + 1);
        assertThat(Files.readAllLines(store.resolve("analysis/cells.csv"))).hasSize(MadeUpStore.CELLS + 1);
    }
}
