package dev.polylog.sweep.app;

import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.spark.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows how far a sweep is: a line of a terminal that is written again and again, or a line every few seconds elsewhere. */
final class ProgressView {
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Plan plan;
    private final Pace pace;
    private final long start = System.nanoTime();
    private final RewrittenLine line;
    private long lastLine = start;

    ProgressView(PrintWriter out, Plan plan, int cores) {
        this.out = out;
        this.plan = plan;
        this.pace = new Pace(plan.seconds(), plan.longestRunSeconds(), cores);
        this.line = new RewrittenLine(out);
    }

    void show(Progress progress) {
        if (Terminal.isThere()) {
            line.show(line(progress)::text);
        } else if (System.nanoTime() - lastLine >= LINE_INTERVAL.toNanos()) {
            lastLine = System.nanoTime();
            out.println(line(progress).text());
            out.flush();
        }
    }

    /** Leaves the line. */
    void end(Progress progress) {
        if (Terminal.isThere()) {
            show(progress);
            line.leave();
        }
    }

    private ProgressLine line(Progress progress) {
        double elapsed = (System.nanoTime() - start) * 1e-9;
        return new ProgressLine(
                pace.share(progress.seconds()),
                progress,
                plan.remainingRuns(),
                plan.reusedRuns(),
                progress.done() / elapsed,
                pace.secondsLeft(progress.seconds(), elapsed));
    }
}
