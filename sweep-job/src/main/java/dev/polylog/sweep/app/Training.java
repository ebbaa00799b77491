package dev.polylog.sweep.app;

import dev.polylog.sweep.spark.Progress;
import dev.polylog.sweep.spark.SweepJob;
import dev.polylog.sweep.spark.SweepJobException;
import dev.polylog.sweep.store.StoreSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.util.ShutdownHookManager;

/** Watches a job to its end: shows progress, keeps to the limits, stops it in good order when the user wants to leave. */
final class Training {
    private static final Duration REFRESH = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Before Spark stops itself in the same shutdown. */
    private static final int BEFORE_SPARK = 100;

    /** How a training ended. */
    enum End {
        COMPLETE,
        OUT_OF_TIME,
        BAD_RUN
    }

    private final SweepJob job;
    private final ProgressView view;
    private final RunOptions options;
    private final PrintWriter out;
    private final StoreSession store;
    private final String folder;
    private volatile boolean interrupted;

    Training(SweepJob job, ProgressView view, RunOptions options, PrintWriter out, StoreSession store, String folder) {
        this.job = job;
        this.view = view;
        this.options = options;
        this.out = out;
        this.store = store;
        this.folder = folder;
    }

    End watch() throws InterruptedException, SweepJobException {
        Runnable hook = this::leave;
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK);
        try {
            return watchUntilEnd();
        } finally {
            if (!interrupted) {
                ShutdownHookManager.get().removeShutdownHook(hook);
            }
        }
    }

    private End watchUntilEnd() throws InterruptedException, SweepJobException {
        long start = System.nanoTime();
        long limit = options.timeLimit().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        End end = End.COMPLETE;
        while (!job.await(REFRESH)) {
            waitForTheEndIfInterrupted();
            Progress progress = job.progress();
            view.show(progress);
            if (System.nanoTime() - start > limit) {
                end = End.OUT_OF_TIME;
                job.cancel(GRACE);
            } else if (options.isFailFast() && progress.failed() + progress.diverged() > 0) {
                end = End.BAD_RUN;
                job.cancel(GRACE);
            }
        }
        waitForTheEndIfInterrupted();
        view.end(job.progress());
        return end;
    }

    /** Runs while the JVM shuts down after Ctrl-C or a polite kill. */
    private void leave() {
        interrupted = true;
        try {
            boolean stopped = job.cancel(GRACE);
            view.end(job.progress());
            out.println("Interrupted. What is finished is in " + folder + "; the same command goes on from there."
                    + (stopped ? "" : " Some tasks did not stop in time; their runs will be trained again."));
            if (stopped) {
                store.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            out.println("The store could not be released: " + e.getMessage());
        }
        out.flush();
    }

    /** The hook has the last word; the JVM ends when it is done. */
    private void waitForTheEndIfInterrupted() {
        while (interrupted) {
            LockSupport.parkNanos(REFRESH.toNanos());
        }
    }
}
