package dev.polylog.trainer.random;

import dev.polylog.trainer.vector.Simd;

/**
 * Whole tiles of random numbers. All kernels give the same bits; which one serves is a matter of how the virtual machine
 * was started. Not thread-safe.
 */
sealed interface TileKernel permits StripKernel, VectorKernel, RacingKernel {

    /** Tiles that are worth a call. */
    int STRIP = 16;

    /** The faster one that can be used here. */
    static TileKernel fastest() {
        return Simd.isPresent() ? new RacingKernel() : new StripKernel();
    }

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
