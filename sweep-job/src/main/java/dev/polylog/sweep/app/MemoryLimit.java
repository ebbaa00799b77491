package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.MemoryNeed;
import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the runs of one virtual machine may hold together.
 *
 * @param atOnce runs at once
 * @param bytes all of the memory of the virtual machine
 * @param place whose memory it is, in words
 * @param remedy how to get more of it, with a place for the size
 */
record MemoryLimit(int atOnce, double bytes, String place, String remedy) {
    /** For Spark, and for what a run leaves behind before it is collected. */
    private static final double OWN_BYTES = 300e6;

    private static final double SLACK = 1.1;

    /** That of this virtual machine. */
    static MemoryLimit here(int atOnce) {
        return new MemoryLimit(
                atOnce,
                Runtime.getRuntime().maxMemory(),
                "this Java virtual machine may use",
                "give it more with POLYLOG_JAVA_OPTS=-Xmx%s");
    }

    /** Refuses runs that do not fit. */
    void check(Sweep sweep, RunIndex index, Selection selection) {
        Optional<MemoryNeed> need = MemoryNeed.of(sweep, index, selection, atOnce);
        if (need.isPresent() && !fits(need.get())) {
            throw new Failure(ExitCode.BAD_INPUT, refusal(sweep, need.get()));
        }
    }

    /**
     * Refuses runs that do not fit, before anything is written.
     *
     * @param folder the store, which need not exist; it is read only if the sweep as a whole would not fit
     */
    void check(Sweep sweep, String folder, Selection selection) throws IOException {
        Optional<MemoryNeed> whole = MemoryNeed.of(sweep, new RunIndex(), new Selection.Unfinished(), atOnce);
        if (whole.isPresent() && !fits(whole.get())) {
            Optional<RunStore> store = RunStore.find(folder);
            RunIndex index = store.isPresent() ? store.get().index(store.get().packs()) : new RunIndex();
            check(sweep, index, selection);
        }
    }

    private boolean fits(MemoryNeed need) {
        return needed(need.atOnceBytes()) <= bytes;
    }

    private static double needed(double bytesOfRuns) {
        return SLACK * bytesOfRuns + OWN_BYTES;
    }

    private String refusal(Sweep sweep, MemoryNeed need) {
        boolean oneFits = needed(need.largestRunBytes()) <= bytes;
        String more = String.format(remedy, (long) Math.ceil(needed(need.atOnceBytes()) / (1 << 30)) + "g");
        String run = "a run" + cell(sweep, need.cell()) + " needs " + Units.bytes(need.largestRunBytes());
        String limit = place + " " + Units.bytes(bytes) + ", " + Units.bytes(Math.max(0, (bytes - OWN_BYTES) / SLACK))
                + " of them for runs";
        return oneFits
                ? "Cannot train " + Numerals.count(atOnce) + " runs at once, together the largest need "
                        + Units.bytes(need.atOnceBytes()) + " of memory and " + limit + ": " + run
                        + " (train fewer at once with --master local[" + fewer(need) + "], or " + more + ")"
                : "Cannot train this sweep, " + run + " of memory and " + limit + " (reduce d or width, or " + more
                        + ")";
    }

    private long fewer(MemoryNeed need) {
        return (long) Math.max(1, (bytes - OWN_BYTES) / (SLACK * need.largestRunBytes()));
    }

    private static String cell(Sweep sweep, int cell) {
        List<String> names = sweep.varying();
        List<String> values = sweep.labels(cell);
        return names.isEmpty()
                ? ""
                : IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + " = " + values.get(i))
                        .collect(Collectors.joining(", ", " with ", ""));
    }
}
