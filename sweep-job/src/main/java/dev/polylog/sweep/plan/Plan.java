package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The runs of a sweep that are left to train, the most expensive first, eight bytes a run. */
public final class Plan {
    private static final double PACK_SECONDS = 30;
    private static final int PACKS_PER_CORE = 4;
    private static final long FINISHED = -1;
    private static final long NOT_SELECTED = -2;

    private final long[] runs;
    private final double[] secondsOfCell;
    private final long plannedRuns;
    private final long reusedRuns;
    private final double seconds;

    private Plan(long[] runs, double[] secondsOfCell, long plannedRuns, long reusedRuns) {
        this.runs = runs;
        this.secondsOfCell = secondsOfCell;
        this.plannedRuns = plannedRuns;
        this.reusedRuns = reusedRuns;
        this.seconds = Arrays.stream(runs)
                .mapToDouble(run -> secondsOfCell[(int) (run >>> 32)])
                .sum();
    }

    /** Removes what the index knows to be finished and what is not selected. */
    public static Plan of(Sweep sweep, RunIndex index, Selection selection) {
        double[] seconds = IntStream.range(0, sweep.cells())
                .parallel()
                .mapToDouble(cell -> sweep.replicates(cell) == 0 ? 0 : CostModel.seconds(sweep.spec(cell, 0)))
                .toArray();
        int[] order = Repetition.drop(sweep, cellsByCost(sweep, seconds));
        long[] first = new long[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            first[i + 1] = first[i] + sweep.replicates(order[i]);
        }
        long[] runs = new long[Math.toIntExact(first[order.length])];
        boolean everything = index.size() == 0 && selection instanceof Selection.Unfinished;
        IntStream.range(0, order.length).parallel().forEach(i -> {
            int cell = order[i];
            RunSpec spec = sweep.spec(cell, 0);
            for (int replicate = 0; replicate < first[i + 1] - first[i]; replicate++) {
                long run = (long) cell << 32 | replicate;
                runs[(int) first[i] + replicate] =
                        everything ? run : runOrReason(run, spec.withReplicate(replicate), index, selection);
            }
        });
        long reused = Arrays.stream(runs).filter(run -> run == FINISHED).count();
        return new Plan(Arrays.stream(runs).filter(run -> run >= 0).toArray(), seconds, runs.length, reused);
    }

    private static long runOrReason(long run, RunSpec spec, RunIndex index, Selection selection) {
        String runId = RunIdentity.of(spec).runId();
        Optional<RunIndex.Entry> known = index.find(runId);
        if (known.isPresent() && known.get().isFinal()) {
            return FINISHED;
        }
        return selection.includes(runId, known) ? run : NOT_SELECTED;
    }

    /** Cells that have runs, the most expensive first; equal ones in the order of the grid. */
    private static int[] cellsByCost(Sweep sweep, double[] seconds) {
        return IntStream.range(0, sweep.cells())
                .filter(cell -> sweep.replicates(cell) > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(seconds[b], seconds[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Runs of the sweep, finished ones included. */
    public long plannedRuns() {
        return plannedRuns;
    }

    /** Runs that are finished and will not be trained again. */
    public long reusedRuns() {
        return reusedRuns;
    }

    /** Runs that are left to train. */
    public int remainingRuns() {
        return runs.length;
    }

    /** Predicted seconds of the remaining runs, on one core. */
    public double seconds() {
        return seconds;
    }

    /** Predicted seconds of the most expensive of the remaining runs. */
    public double longestRunSeconds() {
        return runs.length == 0 ? 0 : secondsOfCell[(int) (runs[0] >>> 32)];
    }

    /**
     * Cuts the remaining runs into packs, the most expensive first: about 30 seconds each, but at least four a core where
     * there are enough runs.
     */
    public List<Pack> packs(int cores) {
        return packs(PACK_SECONDS, PACKS_PER_CORE * Math.max(1, cores));
    }

    /** Cuts the remaining runs into packs of at least this length, in predicted seconds. */
    public List<Pack> packs(double packSeconds) {
        return packs(packSeconds, 1);
    }

    /** What is left is shared out anew for every pack, since each is longer than its share by up to a run. */
    private List<Pack> packs(double packSeconds, int least) {
        List<Pack> packs = new ArrayList<>();
        int start = 0;
        double cost = 0;
        double left = seconds;
        double share = Math.min(packSeconds, left / least);
        for (int i = 0; i < runs.length; i++) {
            cost += secondsOfCell[(int) (runs[i] >>> 32)];
            int others = Math.max(0, least - packs.size() - 1);
            if (cost >= share || runs.length - i - 1 <= others) {
                packs.add(new Pack(packs.size(), Arrays.copyOfRange(runs, start, i + 1), cost));
                left -= cost;
                share = Math.min(packSeconds, left / Math.max(1, others));
                start = i + 1;
                cost = 0;
            }
        }
        return packs;
    }
}
