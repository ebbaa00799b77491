package dev.polylog.sweep.store;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A store of runs that nobody trained: 22 cells whose n* is d (40 + 80 log d), 25 checkpoints a run. */
public final class MadeUpStore {
    public static final int CELLS = 22;
    private static final int CHECKPOINTS = 25;
    private static final int RUNS_PER_PACK = 5000;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private MadeUpStore() {}

    /** Writes a store and returns its number of runs, those of whole cells. */
    public static int write(Path folder, int runs) throws IOException, InvalidSweepException {
        Sweep sweep = SweepFile.parse("""
                name = made-up
                run { batch-size = "4 * d", step-size = 0.1, max-steps = 20000, observe = 100 }
                grid { d = { from = 64, to = 65536, times = 2 }, inputs = [gaussian, boolean] }
                replicates = %d
                """.formatted(runs / CELLS));
        Random random = new Random(5);
        int written = 0;
        try (StoreSession store = StoreSession.open(folder.toString(), sweep.name(), Takeover.REFUSE)) {
            PackWriter writer = null;
            for (int cell = 0; cell < sweep.cells(); cell++) {
                RunSpec first = sweep.spec(cell, 0);
                for (int replicate = 0; replicate < sweep.replicates(cell); replicate++) {
                    if (writer == null) {
                        PackName name = new PackName(store.epoch(), written / RUNS_PER_PACK, 0, 0);
                        writer = PackWriter.open(store.location(), name, sweep.name(), sweep.text(), "test");
                    }
                    writer.add(record(sweep, first.withReplicate(replicate), written, random));
                    if (++written % RUNS_PER_PACK == 0) {
                        writer.publish();
                        writer = null;
                    }
                }
            }
            if (writer != null) {
                writer.publish();
            }
        }
        return written;
    }

    private static RunRecord record(Sweep sweep, RunSpec spec, int number, Random random) {
        double d = spec.task().d();
        double expected = d * (40 + 80 * Math.log(d));
        double needed = expected * Math.exp(0.2 * random.nextGaussian());
        long every = Math.max(1, Math.round(expected / 12 / spec.training().batchSize()));
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int i = 0; i < CHECKPOINTS; i++) {
            long step = i * every;
            long samples = step * spec.training().batchSize();
            double error = 0.5 / (1 + Math.pow(samples / needed, 8) * 4);
            checkpoints.add(MadeUpCheckpoint.of(step, samples, step * 0.1, observables(error, samples / needed)));
        }
        long steps = (CHECKPOINTS - 1) * every;
        double seconds = 0.01 + 0.1 * random.nextDouble();
        return new RunRecord(
                sweep.name(),
                RunIdentity.of(spec),
                spec,
                new RunResult(
                        new Outcome.Exhausted("made up"),
                        1,
                        steps,
                        checkpoints,
                        List.of(),
                        List.of(),
                        seconds,
                        seconds),
                "test",
                START.plusMillis(number * 10L));
    }

    private static Map<String, Double> observables(double error, double place) {
        Map<String, Double> values = new HashMap<>();
        values.put("test_error", error);
        values.put("test_loss", 4 * error);
        for (String block : List.of("mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus")) {
            values.put("mass_" + block, 0.01 * Math.exp(place));
            values.put("margin_" + block, place);
            values.put("growth_" + block, 0.1);
        }
        values.put("residual_mass", 0.01);
        values.put("block_imbalance", place < 0.1 ? Double.POSITIVE_INFINITY : 1 / place);
        return values;
    }

    /** Writes a store: folder, number of runs. */
    public static void main(String[] arguments) throws IOException, InvalidSweepException {
        System.out.println(write(Path.of(arguments[0]), Integer.parseInt(arguments[1])) + " runs");
    }
}
