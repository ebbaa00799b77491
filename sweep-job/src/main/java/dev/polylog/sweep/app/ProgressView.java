package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.spark.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a sweep is, weighted by cost: a bar that stays on one line of a terminal, or a line every few seconds
 * elsewhere.
 */
final class ProgressView {
    private static final int BAR = 24;
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Plan plan;
    private final int cores;
    private final boolean terminal = Boolean.getBoolean("polylog.terminal");
    private final long start = System.nanoTime();
    private long lastLine = start;

    ProgressView(PrintWriter out, Plan plan, int cores) {
        this.out = out;
        this.plan = plan;
        this.cores = cores;
    }

    void show(Progress progress) {
        if (terminal) {
            out.print("\r" + bar(progress.seconds() / plan.seconds()) + " " + text(progress) + "\u001b[K");
            out.flush();
        } else if (System.nanoTime() - lastLine >= LINE_INTERVAL.toNanos()) {
            lastLine = System.nanoTime();
            out.println(text(progress));
            out.flush();
        }
    }

    /** Leaves the line of the bar. */
    void end(Progress progress) {
        if (terminal) {
            show(progress);
            out.println();
        }
    }

    private String text(Progress progress) {
        double elapsed = (System.nanoTime() - start) * 1e-9;
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s/%s runs, %d running, %d failed, %d diverged, %s reused, %s runs/s, ETA %s",
                100 * Math.min(1, progress.seconds() / plan.seconds()),
                Numerals.count(progress.done()),
                Numerals.count(plan.remainingRuns()),
                progress.running(),
                progress.failed(),
                progress.diverged(),
                Numerals.count(plan.reusedRuns()),
                rate(progress.done() / elapsed),
                Units.duration(secondsLeft(progress, elapsed)));
    }

    /**
     * By the measured speed, once there is one. The first guess counts as much as the longest run, before whose end nothing may
     * have been measured.
     */
    private double secondsLeft(Progress progress, double elapsed) {
        double prior = Math.max(3, plan.longestRunSeconds());
        double speed = (progress.seconds() + prior * cores) / (elapsed + prior);
        return Math.max(0, plan.seconds() - progress.seconds()) / speed;
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
    }

    private static String bar(double share) {
        int full = (int) Math.min(BAR, Math.max(0, Math.floor(share * BAR)));
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
