package dev.polylog.sweep.analysis.numeric;

/**
 * SplitMix64 (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, 2014): a counter that advances by an
 * odd constant, hashed. A seed and an index name a stream, so that resample i is the same on any number of threads.
 */
public final class SplitMix {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private long state;

    public SplitMix(long seed, long index) {
        state = mix(seed ^ mix(index + GAMMA));
    }

    /** The finaliser: a bijection of 64-bit words. */
    public static long mix(long word) {
        long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A hash of values, to seed a generator from the data it works on. */
    public static long seedOf(double... values) {
        long hash = values.length;
        for (double value : values) {
            hash = mix(hash * GAMMA + Double.doubleToLongBits(value));
        }
        return hash;
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform on (0, 1), never an end of it. */
    public double nextDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /** Uniform on 0 ... bound - 1; the bias is below bound / 2^52. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }
}
