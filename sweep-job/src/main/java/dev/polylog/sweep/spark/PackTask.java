package dev.polylog.sweep.spark;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.CostModel;
import dev.polylog.sweep.plan.Pack;
import dev.polylog.sweep.store.PackName;
import dev.polylog.sweep.store.PackWriter;
import dev.polylog.sweep.store.RunRecord;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunAbandonedException;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Trainer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Trains the runs of a pack and publishes them. A run that goes wrong is a row; only a lost machine makes Spark try again.
 *
 * <p>What has ended is published when the pack ends, when it is cancelled, and every half minute in between.
 */
final class PackTask implements VoidFunction<Pack> {
    private static final long serialVersionUID = 1L;
    private static final long PUBLISH_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long TELL_NANOS = Duration.ofMillis(200).toNanos();

    private final Broadcast<String> sweepText;
    private final String store;
    private final int epoch;
    private final String version;
    private final @Nullable Duration runLimit;

    PackTask(Broadcast<String> sweepText, String store, int epoch, String version, @Nullable Duration runLimit) {
        this.sweepText = sweepText;
        this.store = store;
        this.epoch = epoch;
        this.version = version;
        this.runLimit = runLimit;
    }

    @Override
    public void call(Pack pack) throws IOException {
        new Execution(pack, TaskContext.get()).run();
    }

    private final class Execution {
        private final Pack pack;
        private final TaskContext context;
        private final Sweep sweep = SweepCache.parse(sweepText.value());
        private @Nullable PackWriter writer;
        private int part;
        private long openedAt;
        private long toldAt;
        private int failed;
        private int diverged;
        private double seconds;

        Execution(Pack pack, TaskContext context) {
            this.pack = pack;
            this.context = context;
        }

        void run() throws IOException {
            tell(0);
            int done = 0;
            for (; done < pack.size() && !context.isInterrupted(); done++) {
                RunSpec spec = sweep.spec(pack.cell(done), pack.replicate(done));
                Instant start = Instant.now();
                RunResult result;
                try {
                    result = train(spec);
                } catch (RunAbandonedException e) {
                    break;
                }
                keep(new RunRecord(sweep.name(), RunIdentity.of(spec), spec, result, version, start));
                count(spec, result.outcome());
                if (System.nanoTime() - toldAt > TELL_NANOS) {
                    tell(done + 1);
                }
            }
            publish();
            tell(done);
        }

        /** Everything that a run can do wrong becomes an outcome; what is wrong with the JVM itself does not. */
        private RunResult train(RunSpec spec) {
            try {
                return Trainer.train(spec, context::isInterrupted, runLimit);
            } catch (RunAbandonedException e) {
                throw e;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                String detail = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
                return new RunResult(new Outcome.Failed(detail), 0, 0, List.of(), List.of(), List.of(), 0, 0);
            }
        }

        private void keep(RunRecord record) throws IOException {
            PackWriter open = writer;
            if (open == null) {
                PackName name = new PackName(epoch, pack.number(), context.taskAttemptId(), part++);
                open = PackWriter.open(store, name, sweep.name(), sweepText.value(), version);
                writer = open;
                openedAt = System.nanoTime();
            }
            open.add(record);
            if (System.nanoTime() - openedAt > PUBLISH_NANOS) {
                publish();
            }
        }

        private void publish() throws IOException {
            if (writer != null) {
                writer.publish();
                writer = null;
            }
        }

        private void count(RunSpec spec, Outcome outcome) {
            seconds += CostModel.seconds(spec);
            failed += outcome instanceof Outcome.Failed ? 1 : 0;
            diverged += outcome instanceof Outcome.Diverged ? 1 : 0;
        }

        private void tell(int done) {
            toldAt = System.nanoTime();
            ProgressPlugin.tell(
                    new PackProgress(pack.number(), context.taskAttemptId(), done, failed, diverged, seconds));
        }
    }
}
