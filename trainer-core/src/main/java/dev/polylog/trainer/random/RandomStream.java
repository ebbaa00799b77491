package dev.polylog.trainer.random;

import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.Tiles;
import dev.polylog.trainer.vector.VectorTiles;
import org.jspecify.annotations.Nullable;

/**
 * The random numbers of one purpose at one step, addressed by position.
 *
 * <p>The 128-bit counter is {@code (block, chunk, step low, purpose << 24 | step high)}; a block gives four words. Blocks
 * come in tiles of sixteen: word k of lane i of a tile stands at position {@code 16 k + i}, the natural order for vector
 * code, and the same on every machine.
 *
 * <p>Not thread-safe: scratch space is reused between calls.
 */
public final class RandomStream {
    /** Numbers in a tile; positions within a tile are interleaved over its sixteen counters. */
    public static final int TILE = Tiles.TILE;

    private static final int STRIP = Tiles.STRIP * TILE;
    private static final Race WORDS = new Race();
    private static final Race NORMALS = new Race();

    private final Raced<Tiles> wordTiles;
    private final Raced<Tiles> normalTiles;
    private final int[] key;
    private final int[] counter = new int[4];
    private final int[] lastWords = new int[TILE];
    private final float[] lastNormals = new float[TILE];
    private final int purposeCode;
    private long step;

    RandomStream(StreamKey key, Purpose purpose, long step) {
        Tiles portable = new PortableTiles();
        @Nullable Tiles vector = Simd.isPresent() ? new VectorTiles() : null;
        this.wordTiles = Raced.of(portable, vector, WORDS);
        this.normalTiles = Raced.of(portable, vector, NORMALS);
        this.key = new int[] {(int) (key.high() >>> 32), (int) key.high(), (int) (key.low() >>> 32), (int) key.low()};
        this.purposeCode = purpose.code();
        this.step = step;
    }

    /** Moves to another step of the same purpose. */
    public void moveTo(long newStep) {
        if (newStep < 0 || newStep >= 1L << 56) {
            throw new IllegalArgumentException("Invalid step: " + newStep + " (expected 0 to 2^56 - 1)");
        }
        step = newStep;
    }

    /** Fills {@code out[0 .. count)} with independent standard normals of the given chunk. */
    public void normals(int chunk, float[] out, int count) {
        int whole = count - count % TILE;
        for (long next = 0; next < whole; next += STRIP) {
            int start = (int) next;
            int tiles = Math.min(STRIP, whole - start) / TILE;
            normalTiles.begin().normals(key, counter(chunk, start), out, start, tiles);
            normalTiles.end(tiles);
        }
        if (whole < count) {
            normalTiles.begin().normals(key, counter(chunk, whole), lastNormals, 0, 1);
            normalTiles.end(1);
            System.arraycopy(lastNormals, 0, out, whole, count - whole);
        }
    }

    /** Fills {@code out[0 .. count)} with independent uniform 32-bit words of the given chunk. */
    public void words(int chunk, int[] out, int count) {
        int whole = count - count % TILE;
        for (long next = 0; next < whole; next += STRIP) {
            int start = (int) next;
            int tiles = Math.min(STRIP, whole - start) / TILE;
            wordTiles.begin().words(key, counter(chunk, start), out, start, tiles);
            wordTiles.end(tiles);
        }
        if (whole < count) {
            wordTiles.begin().words(key, counter(chunk, whole), lastWords, 0, 1);
            wordTiles.end(1);
            System.arraycopy(lastWords, 0, out, whole, count - whole);
        }
    }

    /** The counter of the block that holds a position. */
    private int[] counter(int chunk, int position) {
        counter[0] = position / 4;
        counter[1] = chunk;
        counter[2] = (int) step;
        counter[3] = purposeCode << 24 | (int) (step >>> 32);
        return counter;
    }
}
