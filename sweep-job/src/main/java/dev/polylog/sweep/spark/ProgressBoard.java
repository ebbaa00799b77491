package dev.polylog.sweep.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Adds up what the tasks tell. Thread-safe. */
final class ProgressBoard extends SparkListener {
    private final Map<Integer, PackProgress> packs = new HashMap<>();
    private int done;
    private int failed;
    private int diverged;
    private double seconds;
    private int runningTasks;

    synchronized void accept(PackProgress progress) {
        PackProgress last = packs.put(progress.pack(), progress);
        if (last != null && last.attempt() > progress.attempt()) {
            packs.put(last.pack(), last);
            return;
        }
        done += progress.done() - (last == null ? 0 : last.done());
        failed += progress.failed() - (last == null ? 0 : last.failed());
        diverged += progress.diverged() - (last == null ? 0 : last.diverged());
        seconds += progress.seconds() - (last == null ? 0 : last.seconds());
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        runningTasks++;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        runningTasks--;
        notifyAll();
    }

    /** Waits until no task runs. */
    synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (runningTasks > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized Progress read() {
        return new Progress(done, runningTasks, failed, diverged, seconds);
    }
}
