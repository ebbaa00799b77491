package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What the largest of the runs that are left to train hold in memory.
 *
 * @param cell the cell of the largest of them
 * @param largestRunBytes its memory
 * @param atOnceBytes memory of the largest ones, as many as run at once
 */
public record MemoryNeed(int cell, double largestRunBytes, double atOnceBytes) {

    /**
     * That of the runs that are selected; empty if there are none.
     *
     * @param atOnce how many run at once
     */
    public static Optional<MemoryNeed> of(Sweep sweep, RunIndex index, Selection selection, int atOnce) {
        PriorityQueue<Double> largest = new PriorityQueue<>();
        int cellOfLargest = -1;
        double most = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            int replicates = sweep.replicates(cell);
            if (replicates == 0) {
                continue;
            }
            RunSpec spec = sweep.spec(cell, 0);
            double bytes = CostModel.memoryBytes(spec);
            if (largest.size() == atOnce && bytes <= largest.element()) {
                continue;
            }
            int selected = selected(spec, replicates, index, selection, atOnce);
            for (int run = 0; run < selected; run++) {
                largest.add(bytes);
                if (largest.size() > atOnce) {
                    largest.remove();
                }
            }
            if (selected > 0 && bytes > most) {
                most = bytes;
                cellOfLargest = cell;
            }
        }
        return cellOfLargest < 0
                ? Optional.empty()
                : Optional.of(new MemoryNeed(
                        cellOfLargest,
                        most,
                        largest.stream().mapToDouble(Double::doubleValue).sum()));
    }

    /** Selected runs of a cell, counted up to a limit. */
    private static int selected(RunSpec spec, int replicates, RunIndex index, Selection selection, int limit) {
        int count = 0;
        for (int replicate = 0; replicate < replicates && count < limit; replicate++) {
            String runId = RunIdentity.of(spec.withReplicate(replicate)).runId();
            count += selection.includes(runId, index.find(runId)) ? 1 : 0;
        }
        return count;
    }
}
