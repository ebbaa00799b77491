package dev.polylog.sweep.spark;

import dev.polylog.sweep.plan.Pack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** The packs of a sweep on a cluster, one task each, in order. */
public final class SweepJob {
    private static final String GROUP = "polylog-sweep";

    private final JavaSparkContext context;
    private final ProgressBoard board;
    private final CompletableFuture<Void> completion;
    private volatile boolean cancelled;

    /**
     * What every task of a job needs to know.
     *
     * @param sweepText canonical text of the sweep
     * @param store folder of the store
     * @param epoch number of this driver in the store
     * @param runLimit longest time for one run; empty for no limit
     */
    public record Settings(String sweepText, String store, int epoch, String version, Optional<Duration> runLimit) {}

    private SweepJob(JavaSparkContext context, ProgressBoard board, CompletableFuture<Void> completion) {
        this.context = context;
        this.board = board;
        this.completion = completion;
    }

    /** Starts the packs and returns at once. */
    public static SweepJob start(Cluster cluster, List<Pack> packs, Settings settings) {
        JavaSparkContext context = cluster.context();
        ProgressBoard board = new ProgressBoard();
        context.sc().addSparkListener(board);
        ProgressPlugin.listen(board::accept);
        Broadcast<String> sweep = context.broadcast(settings.sweepText());
        PackTask task = new PackTask(
                sweep,
                settings.store(),
                settings.epoch(),
                settings.version(),
                settings.runLimit().orElse(null));
        CompletableFuture<Void> completion = CompletableFuture.runAsync(
                () -> {
                    // Tasks look at their kill flag themselves: an interrupt would close files under their hands.
                    context.setJobGroup(GROUP, "train", false);
                    context.parallelize(packs, packs.size()).foreach(task);
                },
                runnable -> new Thread(runnable, "sweep-job").start());
        return new SweepJob(context, board, completion);
    }

    public Progress progress() {
        return board.read();
    }

    /**
     * Waits for the end.
     *
     * @return whether the job has ended
     */
    public boolean await(Duration time) throws InterruptedException, SweepJobException {
        try {
            completion.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CompletionException e) {
            if (cancelled) {
                return true;
            }
            throw new SweepJobException(cause(e));
        }
    }

    /**
     * Stops: running tasks publish what they have finished.
     *
     * @return whether all have ended within the time
     */
    public boolean cancel(Duration time) throws InterruptedException {
        cancelled = true;
        context.cancelJobGroup(GROUP);
        return board.awaitIdle(time.toMillis());
    }

    private static Throwable cause(Throwable e) {
        @Nullable Throwable inner = e.getCause();
        return inner == null ? e : inner;
    }
}
