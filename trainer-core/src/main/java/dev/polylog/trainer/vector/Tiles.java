package dev.polylog.trainer.vector;

/** Whole tiles of random numbers. Implementations give the same bits; they are not thread-safe. */
public interface Tiles {
    /** Numbers in a tile. */
    int TILE = 64;

    /** Tiles that are worth a call. */
    int STRIP = 16;

    /**
     * Writes uniform words to {@code out[start .. start + 64 tiles)}.
     *
     * @param key four words
     * @param counter the counter of the first lane: block, chunk and two words of step and purpose
     * @param tiles at most {@link #STRIP}
     */
    void words(int[] key, int[] counter, int[] out, int start, int tiles);

    /** Writes standard normals likewise. */
    void normals(int[] key, int[] counter, float[] out, int start, int tiles);
}
