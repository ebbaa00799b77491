package dev.polylog.trainer.random;

import dev.polylog.trainer.vector.Tiles;

/** Strips of lanes in short loops, which compilers turn into vector code of their own. */
final class PortableTiles implements Tiles {
    private static final int LANES = TILE / 4;

    private final int[] schedule = new int[5];
    private final int[][] words = new int[4][STRIP * LANES];
    private final float[][] normals = new float[4][STRIP * LANES];
    private final BoxMuller boxMuller = new BoxMuller(STRIP * LANES);

    @Override
    public void words(int[] key, int[] counter, int[] out, int start, int tiles) {
        encrypt(key, counter, tiles);
        interleave(words, out, start, tiles);
    }

    @Override
    public void normals(int[] key, int[] counter, float[] out, int start, int tiles) {
        encrypt(key, counter, tiles);
        boxMuller.transform(words[0], words[1], normals[0], normals[1], tiles * LANES);
        boxMuller.transform(words[2], words[3], normals[2], normals[3], tiles * LANES);
        interleave(normals, out, start, tiles);
    }

    private void encrypt(int[] key, int[] counter, int tiles) {
        int lanes = tiles * LANES;
        for (int i = 0; i < lanes; i++) {
            words[0][i] = counter[0] + i;
            words[1][i] = counter[1];
            words[2][i] = counter[2];
            words[3][i] = counter[3];
        }
        Threefry.schedule(key, schedule);
        Threefry.encrypt(schedule, words[0], words[1], words[2], words[3], lanes);
    }

    /** Word k of lane i of a tile to position {@code 16 k + i}; {@code from[k]} and {@code out} are arrays of one type. */
    private static void interleave(Object[] from, Object out, int start, int tiles) {
        for (int tile = 0; tile < tiles; tile++) {
            for (int k = 0; k < 4; k++) {
                System.arraycopy(from[k], tile * LANES, out, start + (4 * tile + k) * LANES, LANES);
            }
        }
    }
}
