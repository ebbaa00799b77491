package dev.polylog.trainer.random;

import dev.polylog.trainer.vector.VectorTiles;

/** Counters in vector registers. */
final class VectorKernel implements TileKernel {
    private final int[] scratch = new int[STRIP * RandomStream.TILE];

    @Override
    public void words(int[] key, int[] counter, int[] out, int start, int tiles) {
        VectorTiles.words(key, counter, out, start, tiles);
    }

    @Override
    public void normals(int[] key, int[] counter, float[] out, int start, int tiles) {
        VectorTiles.words(key, counter, scratch, 0, tiles);
        VectorTiles.normals(scratch, out, start, tiles);
    }
}
