package dev.polylog.trainer.random;

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
    public static final int TILE = 64;

    private static final int LANES = 16;
    private static final int STRIP = 16 * LANES;

    private final int[] key;
    private final int[] x0 = new int[STRIP];
    private final int[] x1 = new int[STRIP];
    private final int[] x2 = new int[STRIP];
    private final int[] x3 = new int[STRIP];
    private final float[] z0 = new float[STRIP];
    private final float[] z1 = new float[STRIP];
    private final float[] z2 = new float[STRIP];
    private final float[] z3 = new float[STRIP];
    private final BoxMuller boxMuller = new BoxMuller(STRIP);
    private final int purposeCode;
    private long step;

    RandomStream(StreamKey key, Purpose purpose, long step) {
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
        for (long next = 0; next < count; next += 4 * STRIP) {
            int start = (int) next;
            int tiles = tilesFor(count - start);
            encrypt(chunk, start / 4, tiles * LANES);
            boxMuller.transform(x0, x1, z0, z1, tiles * LANES);
            boxMuller.transform(x2, x3, z2, z3, tiles * LANES);
            for (int tile = 0; tile < tiles; tile++) {
                int position = start + tile * TILE;
                copyLanes(z0, tile, out, position, count);
                copyLanes(z1, tile, out, position + LANES, count);
                copyLanes(z2, tile, out, position + 2 * LANES, count);
                copyLanes(z3, tile, out, position + 3 * LANES, count);
            }
        }
    }

    /** Fills {@code out[0 .. count)} with independent uniform 32-bit words of the given chunk. */
    public void words(int chunk, int[] out, int count) {
        for (long next = 0; next < count; next += 4 * STRIP) {
            int start = (int) next;
            int tiles = tilesFor(count - start);
            encrypt(chunk, start / 4, tiles * LANES);
            for (int tile = 0; tile < tiles; tile++) {
                int position = start + tile * TILE;
                copyLanes(x0, tile, out, position, count);
                copyLanes(x1, tile, out, position + LANES, count);
                copyLanes(x2, tile, out, position + 2 * LANES, count);
                copyLanes(x3, tile, out, position + 3 * LANES, count);
            }
        }
    }

    /** Copies one word of each lane of a tile; {@code from} and {@code out} are arrays of the same type. */
    private static void copyLanes(Object from, int tile, Object out, int position, int count) {
        int length = Math.min(LANES, count - position);
        if (length > 0) {
            System.arraycopy(from, tile * LANES, out, position, length);
        }
    }

    private static int tilesFor(int remaining) {
        return Math.min(STRIP / LANES, (remaining + TILE - 1) / TILE);
    }

    private void encrypt(int chunk, int firstBlock, int lanes) {
        int stepLow = (int) step;
        int tag = purposeCode << 24 | (int) (step >>> 32);
        for (int i = 0; i < lanes; i++) {
            x0[i] = firstBlock + i;
            x1[i] = chunk;
            x2[i] = stepLow;
            x3[i] = tag;
        }
        Threefry.encrypt(key, x0, x1, x2, x3, lanes);
    }
}
