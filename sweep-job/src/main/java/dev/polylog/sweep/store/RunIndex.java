package dev.polylog.sweep.store;

import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of each run, in about forty bytes a run: a hash table over the 128-bit run ids.
 *
 * <p>A run has one row, unless it failed before it succeeded (the success counts) or a task was repeated after its
 * acknowledgement got lost (the rows are equal; if they are not, the run is listed in {@link #conflicts()}).
 */
public final class RunIndex {
    private static final List<Outcome.Kind> OUTCOMES = List.of(Outcome.Kind.values());

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private byte[] outcome = new byte[1024];
    private float[] testError = new float[1024];
    private long[] reachedAt = new long[1024];
    private int size;
    private final List<String> conflicts = new ArrayList<>();

    /**
     * What is known of one run.
     *
     * @param testError at the last checkpoint; NaN if there is none
     * @param reachedAtSamples samples at which it reached its target, or null
     */
    public record Entry(
            Outcome.Kind outcome, float testError, @Nullable Long reachedAtSamples) {

        /** Whether the run is never trained again. */
        public boolean isFinal() {
            return outcome.isFinal();
        }
    }

    void put(String runId, Entry entry) {
        if (2 * size >= high.length) {
            grow();
        }
        long first = HexFormat.fromHexDigitsToLong(runId, 0, 16);
        long second = HexFormat.fromHexDigitsToLong(runId, 16, 32);
        int slot = slot(first, second);
        if (outcome[slot] == 0) {
            size++;
            set(slot, first, second, entry);
            return;
        }
        Entry known = entry(slot);
        if (known.isFinal() && entry.isFinal() && !known.equals(entry) && !conflicts.contains(runId)) {
            conflicts.add(runId);
        }
        if (!known.isFinal()) {
            set(slot, first, second, entry);
        }
    }

    public Optional<Entry> find(String runId) {
        int slot = slot(HexFormat.fromHexDigitsToLong(runId, 0, 16), HexFormat.fromHexDigitsToLong(runId, 16, 32));
        return outcome[slot] == 0 ? Optional.empty() : Optional.of(entry(slot));
    }

    /** How many different runs of these are in the store. */
    public long countAmong(Stream<String> runIds) {
        return runIds.mapToInt(runId ->
                        slot(HexFormat.fromHexDigitsToLong(runId, 0, 16), HexFormat.fromHexDigitsToLong(runId, 16, 32)))
                .filter(slot -> outcome[slot] != 0)
                .distinct()
                .count();
    }

    public int size() {
        return size;
    }

    /** Number of runs with this outcome. */
    public int count(Outcome.Kind kind) {
        byte code = code(kind);
        int count = 0;
        for (byte each : outcome) {
            count += each == code ? 1 : 0;
        }
        return count;
    }

    /** Runs of which two final rows differ: a determinism alarm. */
    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    private Entry entry(int slot) {
        return new Entry(
                OUTCOMES.get(outcome[slot] - 1), testError[slot], reachedAt[slot] < 0 ? null : reachedAt[slot]);
    }

    private void set(int slot, long first, long second, Entry entry) {
        high[slot] = first;
        low[slot] = second;
        outcome[slot] = code(entry.outcome());
        testError[slot] = entry.testError();
        reachedAt[slot] = entry.reachedAtSamples() == null ? -1 : entry.reachedAtSamples();
    }

    /** 0 is an empty slot. */
    private static byte code(Outcome.Kind kind) {
        return (byte) (OUTCOMES.indexOf(kind) + 1);
    }

    private int slot(long first, long second) {
        int mask = high.length - 1;
        int slot = (int) first & mask;
        while (outcome[slot] != 0 && (high[slot] != first || low[slot] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        byte[] oldOutcome = outcome;
        float[] oldTestError = testError;
        long[] oldReachedAt = reachedAt;
        int capacity = 2 * high.length;
        high = new long[capacity];
        low = new long[capacity];
        outcome = new byte[capacity];
        testError = new float[capacity];
        reachedAt = new long[capacity];
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldOutcome[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                outcome[slot] = oldOutcome[i];
                testError[slot] = oldTestError[i];
                reachedAt[slot] = oldReachedAt[i];
            }
        }
    }
}
