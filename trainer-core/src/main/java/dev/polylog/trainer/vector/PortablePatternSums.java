package dev.polylog.trainer.vector;

import java.util.Arrays;

/** Sums of bins in plain loops. */
public final class PortablePatternSums implements PatternSums {
    @Override
    public void read(float[] d, int from, int stride, int columns, int rows, int[] patterns, int patternsFrom) {
        int mask = (1 << columns) - 1;
        for (int row = 0; row < rows; row++) {
            int pattern = 0;
            for (int lane = 0; lane < LANES; lane++) {
                int bits = Float.floatToRawIntBits(d[from + row * stride + lane]);
                pattern |= (bits | -bits) >>> 31 << lane;
            }
            patterns[patternsFrom + row] = pattern & mask;
        }
    }

    @Override
    public void add(
            float[] x, int from, int stride, float[] scales, int[] patterns, int patternsFrom, int rows, float[] work) {
        for (int row = 0; row < rows; row++) {
            int pattern = patterns[patternsFrom + row];
            int bin0 = BINS + (pattern & 255) * LANES;
            int bin1 = BINS + BYTE + (pattern >>> 8 & 255) * LANES;
            int at = from + row * stride;
            float scale = scales[row];
            for (int lane = 0; lane < LANES; lane++) {
                float value = x[at + lane] * scale;
                work[bin0 + lane] += value;
                work[bin1 + lane] += value;
            }
        }
    }

    @Override
    public void fold(float[] work, float[] nibbles, float[] sums) {
        for (int half = 0; half < 4; half++) {
            int bins = BINS + (half >> 1) * BYTE;
            int nibble = half * SignTables.NIBBLE;
            boolean isLow = (half & 1) == 0;
            for (int code = 0; code < 16; code++) {
                int first = bins + code * (isLow ? LANES : SignTables.NIBBLE);
                addSixteen(work, first, isLow ? SignTables.NIBBLE : LANES, nibbles, nibble + code * LANES);
            }
            for (int bit = 0; bit < 4; bit++) {
                addEight(nibbles, nibble, bit, sums, (4 * half + bit) * LANES);
            }
        }
        Arrays.fill(work, BINS, LENGTH, 0);
    }

    private static void addSixteen(float[] work, int from, int step, float[] nibbles, int to) {
        for (int lane = 0; lane < LANES; lane++) {
            int at = from + lane;
            float low = addEight(work, at, step);
            nibbles[to + lane] = low + addEight(work, at + 8 * step, step);
        }
    }

    private static float addEight(float[] work, int at, int step) {
        float sum0 = (work[at] + work[at + step]) + (work[at + 2 * step] + work[at + 3 * step]);
        float sum1 = (work[at + 4 * step] + work[at + 5 * step]) + (work[at + 6 * step] + work[at + 7 * step]);
        return sum0 + sum1;
    }

    private static void addEight(float[] nibbles, int from, int bit, float[] sums, int to) {
        for (int lane = 0; lane < LANES; lane++) {
            int at = from + lane;
            float sum0 = (value(nibbles, at, bit, 0) + value(nibbles, at, bit, 1))
                    + (value(nibbles, at, bit, 2) + value(nibbles, at, bit, 3));
            float sum1 = (value(nibbles, at, bit, 4) + value(nibbles, at, bit, 5))
                    + (value(nibbles, at, bit, 6) + value(nibbles, at, bit, 7));
            sums[to + lane] = sum0 + sum1;
        }
    }

    private static float value(float[] nibbles, int at, int bit, int n) {
        return nibbles[at + PatternSums.code(bit, n) * LANES];
    }
}
