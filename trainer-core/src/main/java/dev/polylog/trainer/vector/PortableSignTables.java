package dev.polylog.trainer.vector;

import java.util.Arrays;

/** Tables of sums in plain loops. */
public final class PortableSignTables implements SignTables {
    @Override
    public void tables(float[] weights, float[] nibbles, float[] work) {
        for (int group = 0; group < 4; group++) {
            for (int half = 0; half < 2; half++) {
                nibbles(weights, (8 * group + 4 * half) * LANES, nibbles, half * NIBBLE);
            }
            for (int code = 0; code < 256; code++) {
                int low = (code & 15) * LANES;
                int high = NIBBLE + (code >> 4) * LANES;
                int to = TABLES + group * BYTE + code * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    work[to + lane] = nibbles[low + lane] + nibbles[high + lane];
                }
            }
        }
    }

    private static void nibbles(float[] weights, int from, float[] nibbles, int to) {
        for (int code = 0; code < 16; code++) {
            for (int lane = 0; lane < LANES; lane++) {
                float sum = 0;
                for (int bit = 0; bit < 4; bit++) {
                    float weight = weights[from + bit * LANES + lane];
                    float term = (code >> bit & 1) == 0 ? -weight : weight;
                    sum = bit == 0 ? term : sum + term;
                }
                nibbles[to + code * LANES + lane] = sum;
            }
        }
    }

    @Override
    public void addEntries(int[] words, int wordsFrom, int rows, float[] work, int from) {
        for (int row = 0; row < rows; row++) {
            int word = words[wordsFrom + row];
            int entry0 = TABLES + (word & 255) * LANES;
            int entry1 = TABLES + BYTE + (word >>> 8 & 255) * LANES;
            int entry2 = TABLES + 2 * BYTE + (word >>> 16 & 255) * LANES;
            int entry3 = TABLES + 3 * BYTE + (word >>> 24) * LANES;
            int at = from + row * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                work[at + lane] = work[at + lane]
                        + work[entry0 + lane]
                        + work[entry1 + lane]
                        + work[entry2 + lane]
                        + work[entry3 + lane];
            }
        }
    }

    @Override
    public void scatter(float[] work, int from, int[] words, int wordsFrom, int rows, int shift) {
        for (int row = 0; row < rows; row++) {
            int word = words[wordsFrom + row] >>> shift;
            int bin0 = BINS + (word & 255) * LANES;
            int bin1 = BINS + BYTE + (word >>> 8 & 255) * LANES;
            int at = from + row * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                work[bin0 + lane] += work[at + lane];
                work[bin1 + lane] += work[at + lane];
            }
        }
    }

    @Override
    public void fold(float[] work, int table, float[] nibbles, float[] sums, int sumsFrom) {
        Arrays.fill(nibbles, 0);
        for (int code = 0; code < 256; code++) {
            int low = (code & 15) * LANES;
            int high = NIBBLE + (code >> 4) * LANES;
            int bin = BINS + table * BYTE + code * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                nibbles[low + lane] += work[bin + lane];
                nibbles[high + lane] += work[bin + lane];
                work[bin + lane] = 0;
            }
        }
        for (int bit = 0; bit < 8; bit++) {
            int half = (bit >> 2) * NIBBLE;
            for (int lane = 0; lane < LANES; lane++) {
                float sum = 0;
                for (int code = 0; code < 16; code++) {
                    float value = nibbles[half + code * LANES + lane];
                    sum = (code >>> (bit & 3) & 1) == 0 ? sum - value : sum + value;
                }
                sums[sumsFrom + bit * LANES + lane] = sum;
            }
        }
    }
}
