package dev.polylog.trainer.random;

import dev.polylog.trainer.vector.Race;

/** Strips until the vector code has been compiled, vectors from then on. */
final class RacingKernel implements TileKernel {
    private static final Race WORDS = new Race();
    private static final Race NORMALS = new Race();

    private final TileKernel strips = new StripKernel();
    private final TileKernel vectors = new VectorKernel();

    @Override
    public void words(int[] key, int[] counter, int[] out, int start, int tiles) {
        if (WORDS.isWon()) {
            vectors.words(key, counter, out, start, tiles);
            return;
        }
        boolean trial = WORDS.isTrial();
        long begin = System.nanoTime();
        (trial ? vectors : strips).words(key, counter, out, start, tiles);
        report(WORDS, trial, tiles, System.nanoTime() - begin);
    }

    @Override
    public void normals(int[] key, int[] counter, float[] out, int start, int tiles) {
        if (NORMALS.isWon()) {
            vectors.normals(key, counter, out, start, tiles);
            return;
        }
        boolean trial = NORMALS.isTrial();
        long begin = System.nanoTime();
        (trial ? vectors : strips).normals(key, counter, out, start, tiles);
        report(NORMALS, trial, tiles, System.nanoTime() - begin);
    }

    /** Pieces differ in size, so what is compared is the time of a tile. */
    private static void report(Race race, boolean trial, int tiles, long nanos) {
        long picosPerTile = 1000 * nanos / tiles;
        if (trial) {
            race.vector(picosPerTile);
        } else {
            race.portable(picosPerTile);
        }
    }
}
