package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What the largest runs of a sweep that are not finished hold in memory.
 *
 * @param cell the cell of the largest of them
 * @param largestRunBytes its memory
 * @param atOnceBytes memory of the largest ones, as many as run at once
 */
public record MemoryNeed(int cell, double largestRunBytes, double atOnceBytes) {

    /**
     * That of the runs that the index does not know to be finished; empty if there are none.
     *
     * @param atOnce how many run at once
     */
    public static Optional<MemoryNeed> of(Sweep sweep, RunIndex index, int atOnce) {
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
            int unfinished = unfinished(spec, replicates, index, atOnce);
            for (int run = 0; run < unfinished; run++) {
                largest.add(bytes);
                if (largest.size() > atOnce) {
                    largest.remove();
                }
            }
            if (unfinished > 0 && bytes > most) {
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

    /** Unfinished runs of a cell, counted up to a limit. */
    private static int unfinished(RunSpec spec, int replicates, RunIndex index, int limit) {
        int count = 0;
        for (int replicate = 0; replicate < replicates && count < limit; replicate++) {
            Optional<RunIndex.Entry> known =
                    index.find(RunIdentity.of(spec.withReplicate(replicate)).runId());
            count += known.isPresent() && known.get().isFinal() ? 0 : 1;
        }
        return count;
    }
}
