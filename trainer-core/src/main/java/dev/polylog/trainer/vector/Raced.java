package dev.polylog.trainer.vector;

import org.jspecify.annotations.Nullable;

/**
 * A portable kernel and its twin in the Vector API, one of which does each piece of work. Not thread-safe, as the kernels may
 * not be; the race that decides between them is shared.
 */
public final class Raced<K> {
    private final K portable;
    private final @Nullable K vector;
    private final Race race;
    private boolean isTrial;
    private long start;

    private Raced(K portable, @Nullable K vector, Race race) {
        this.portable = portable;
        this.vector = vector;
        this.race = race;
    }

    /**
     * Two kernels of the same bits.
     *
     * @param vector null where the Vector API is absent
     * @param race shared by all pairs of these kernels
     */
    public static <K> Raced<K> of(K portable, @Nullable K vector, Race race) {
        return new Raced<>(portable, vector, race);
    }

    /** A kernel without a twin. */
    public static <K> Raced<K> alone(K kernel) {
        return new Raced<>(kernel, null, new Race());
    }

    /** The kernel for the piece of work that begins now. */
    public K begin() {
        if (vector == null) {
            return portable;
        }
        if (race.isWon()) {
            return vector;
        }
        isTrial = race.isTrial();
        start = System.nanoTime();
        return isTrial ? vector : portable;
    }

    /** Ends a piece of work, whose size makes pieces comparable. */
    public void end(double size) {
        if (vector == null || race.isWon()) {
            return;
        }
        long picosPerUnit = (long) ((System.nanoTime() - start) * 1000 / size);
        if (isTrial) {
            race.vector(picosPerUnit);
        } else {
            race.portable(picosPerUnit);
        }
    }
}
