package dev.polylog.trainer.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tables of sums in vector registers. No vector lives across a branch or a turn of a loop, as in {@link VectorReluPasses}.
 */
public final class VectorSignTables implements SignTables {
    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;

    @Override
    public void tables(float[] weights, float[] nibbles, float[] work) {
        for (int group = 0; group < 4; group++) {
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                for (int half = 0; half < 2; half++) {
                    nibble(weights, (8 * group + 4 * half) * LANES + lane, nibbles, half * NIBBLE + lane);
                }
                for (int high = 0; high < 16; high++) {
                    FloatVector upper = FloatVector.fromArray(FLOATS, nibbles, NIBBLE + high * LANES + lane);
                    int to = TABLES + group * BYTE + high * NIBBLE + lane;
                    for (int low = 0; low < 16; low++) {
                        FloatVector.fromArray(FLOATS, nibbles, low * LANES + lane)
                                .add(upper)
                                .intoArray(work, to + low * LANES);
                    }
                }
            }
        }
    }

    /** Sums of four coordinates. */
    private static void nibble(float[] weights, int from, float[] nibbles, int to) {
        FloatVector w0 = FloatVector.fromArray(FLOATS, weights, from);
        FloatVector w1 = FloatVector.fromArray(FLOATS, weights, from + LANES);
        FloatVector w2 = FloatVector.fromArray(FLOATS, weights, from + 2 * LANES);
        FloatVector w3 = FloatVector.fromArray(FLOATS, weights, from + 3 * LANES);
        FloatVector minus0 = w0.neg();
        FloatVector two0 = minus0.sub(w1);
        FloatVector two1 = w0.sub(w1);
        FloatVector two2 = minus0.add(w1);
        FloatVector two3 = w0.add(w1);
        FloatVector three0 = two0.sub(w2);
        FloatVector three1 = two1.sub(w2);
        FloatVector three2 = two2.sub(w2);
        FloatVector three3 = two3.sub(w2);
        FloatVector three4 = two0.add(w2);
        FloatVector three5 = two1.add(w2);
        FloatVector three6 = two2.add(w2);
        FloatVector three7 = two3.add(w2);
        three0.sub(w3).intoArray(nibbles, to);
        three1.sub(w3).intoArray(nibbles, to + LANES);
        three2.sub(w3).intoArray(nibbles, to + 2 * LANES);
        three3.sub(w3).intoArray(nibbles, to + 3 * LANES);
        three4.sub(w3).intoArray(nibbles, to + 4 * LANES);
        three5.sub(w3).intoArray(nibbles, to + 5 * LANES);
        three6.sub(w3).intoArray(nibbles, to + 6 * LANES);
        three7.sub(w3).intoArray(nibbles, to + 7 * LANES);
        three0.add(w3).intoArray(nibbles, to + 8 * LANES);
        three1.add(w3).intoArray(nibbles, to + 9 * LANES);
        three2.add(w3).intoArray(nibbles, to + 10 * LANES);
        three3.add(w3).intoArray(nibbles, to + 11 * LANES);
        three4.add(w3).intoArray(nibbles, to + 12 * LANES);
        three5.add(w3).intoArray(nibbles, to + 13 * LANES);
        three6.add(w3).intoArray(nibbles, to + 14 * LANES);
        three7.add(w3).intoArray(nibbles, to + 15 * LANES);
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
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                FloatVector.fromArray(FLOATS, work, at + lane)
                        .add(FloatVector.fromArray(FLOATS, work, entry0 + lane))
                        .add(FloatVector.fromArray(FLOATS, work, entry1 + lane))
                        .add(FloatVector.fromArray(FLOATS, work, entry2 + lane))
                        .add(FloatVector.fromArray(FLOATS, work, entry3 + lane))
                        .intoArray(work, at + lane);
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
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                FloatVector value = FloatVector.fromArray(FLOATS, work, at + lane);
                FloatVector.fromArray(FLOATS, work, bin0 + lane).add(value).intoArray(work, bin0 + lane);
                FloatVector.fromArray(FLOATS, work, bin1 + lane).add(value).intoArray(work, bin1 + lane);
            }
        }
    }

    @Override
    public void fold(float[] work, int table, float[] nibbles, float[] sums, int sumsFrom) {
        for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
            for (int code = 0; code < 16; code++) {
                FloatVector.zero(FLOATS).intoArray(nibbles, code * LANES + lane);
            }
            for (int high = 0; high < 16; high++) {
                foldRow(work, BINS + table * BYTE + high * NIBBLE + lane, nibbles, lane, NIBBLE + high * LANES + lane);
            }
            foldNibble(nibbles, lane, sums, sumsFrom + lane);
            foldNibble(nibbles, NIBBLE + lane, sums, sumsFrom + 4 * LANES + lane);
        }
    }

    /** Adds sixteen bins to the sums of the lower four bits, and their total to that of the upper ones. */
    private static void foldRow(float[] work, int from, float[] nibbles, int low, int high) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector bin0 = FloatVector.fromArray(FLOATS, work, from);
        FloatVector bin1 = FloatVector.fromArray(FLOATS, work, from + LANES);
        FloatVector bin2 = FloatVector.fromArray(FLOATS, work, from + 2 * LANES);
        FloatVector bin3 = FloatVector.fromArray(FLOATS, work, from + 3 * LANES);
        FloatVector bin4 = FloatVector.fromArray(FLOATS, work, from + 4 * LANES);
        FloatVector bin5 = FloatVector.fromArray(FLOATS, work, from + 5 * LANES);
        FloatVector bin6 = FloatVector.fromArray(FLOATS, work, from + 6 * LANES);
        FloatVector bin7 = FloatVector.fromArray(FLOATS, work, from + 7 * LANES);
        FloatVector bin8 = FloatVector.fromArray(FLOATS, work, from + 8 * LANES);
        FloatVector bin9 = FloatVector.fromArray(FLOATS, work, from + 9 * LANES);
        FloatVector bin10 = FloatVector.fromArray(FLOATS, work, from + 10 * LANES);
        FloatVector bin11 = FloatVector.fromArray(FLOATS, work, from + 11 * LANES);
        FloatVector bin12 = FloatVector.fromArray(FLOATS, work, from + 12 * LANES);
        FloatVector bin13 = FloatVector.fromArray(FLOATS, work, from + 13 * LANES);
        FloatVector bin14 = FloatVector.fromArray(FLOATS, work, from + 14 * LANES);
        FloatVector bin15 = FloatVector.fromArray(FLOATS, work, from + 15 * LANES);
        zero.add(bin0)
                .add(bin1)
                .add(bin2)
                .add(bin3)
                .add(bin4)
                .add(bin5)
                .add(bin6)
                .add(bin7)
                .add(bin8)
                .add(bin9)
                .add(bin10)
                .add(bin11)
                .add(bin12)
                .add(bin13)
                .add(bin14)
                .add(bin15)
                .intoArray(nibbles, high);
        zero.intoArray(work, from);
        zero.intoArray(work, from + LANES);
        zero.intoArray(work, from + 2 * LANES);
        zero.intoArray(work, from + 3 * LANES);
        zero.intoArray(work, from + 4 * LANES);
        zero.intoArray(work, from + 5 * LANES);
        zero.intoArray(work, from + 6 * LANES);
        zero.intoArray(work, from + 7 * LANES);
        zero.intoArray(work, from + 8 * LANES);
        zero.intoArray(work, from + 9 * LANES);
        zero.intoArray(work, from + 10 * LANES);
        zero.intoArray(work, from + 11 * LANES);
        zero.intoArray(work, from + 12 * LANES);
        zero.intoArray(work, from + 13 * LANES);
        zero.intoArray(work, from + 14 * LANES);
        zero.intoArray(work, from + 15 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low).add(bin0).intoArray(nibbles, low);
        FloatVector.fromArray(FLOATS, nibbles, low + LANES).add(bin1).intoArray(nibbles, low + LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 2 * LANES).add(bin2).intoArray(nibbles, low + 2 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 3 * LANES).add(bin3).intoArray(nibbles, low + 3 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 4 * LANES).add(bin4).intoArray(nibbles, low + 4 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 5 * LANES).add(bin5).intoArray(nibbles, low + 5 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 6 * LANES).add(bin6).intoArray(nibbles, low + 6 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 7 * LANES).add(bin7).intoArray(nibbles, low + 7 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 8 * LANES).add(bin8).intoArray(nibbles, low + 8 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 9 * LANES).add(bin9).intoArray(nibbles, low + 9 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 10 * LANES).add(bin10).intoArray(nibbles, low + 10 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 11 * LANES).add(bin11).intoArray(nibbles, low + 11 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 12 * LANES).add(bin12).intoArray(nibbles, low + 12 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 13 * LANES).add(bin13).intoArray(nibbles, low + 13 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 14 * LANES).add(bin14).intoArray(nibbles, low + 14 * LANES);
        FloatVector.fromArray(FLOATS, nibbles, low + 15 * LANES).add(bin15).intoArray(nibbles, low + 15 * LANES);
    }

    /** The sixteen sums of four bits with the signs of each bit. */
    private static void foldNibble(float[] nibbles, int from, float[] sums, int to) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector v0 = FloatVector.fromArray(FLOATS, nibbles, from);
        FloatVector v1 = FloatVector.fromArray(FLOATS, nibbles, from + LANES);
        FloatVector v2 = FloatVector.fromArray(FLOATS, nibbles, from + 2 * LANES);
        FloatVector v3 = FloatVector.fromArray(FLOATS, nibbles, from + 3 * LANES);
        FloatVector v4 = FloatVector.fromArray(FLOATS, nibbles, from + 4 * LANES);
        FloatVector v5 = FloatVector.fromArray(FLOATS, nibbles, from + 5 * LANES);
        FloatVector v6 = FloatVector.fromArray(FLOATS, nibbles, from + 6 * LANES);
        FloatVector v7 = FloatVector.fromArray(FLOATS, nibbles, from + 7 * LANES);
        FloatVector v8 = FloatVector.fromArray(FLOATS, nibbles, from + 8 * LANES);
        FloatVector v9 = FloatVector.fromArray(FLOATS, nibbles, from + 9 * LANES);
        FloatVector v10 = FloatVector.fromArray(FLOATS, nibbles, from + 10 * LANES);
        FloatVector v11 = FloatVector.fromArray(FLOATS, nibbles, from + 11 * LANES);
        FloatVector v12 = FloatVector.fromArray(FLOATS, nibbles, from + 12 * LANES);
        FloatVector v13 = FloatVector.fromArray(FLOATS, nibbles, from + 13 * LANES);
        FloatVector v14 = FloatVector.fromArray(FLOATS, nibbles, from + 14 * LANES);
        FloatVector v15 = FloatVector.fromArray(FLOATS, nibbles, from + 15 * LANES);
        zero.sub(v0)
                .add(v1)
                .sub(v2)
                .add(v3)
                .sub(v4)
                .add(v5)
                .sub(v6)
                .add(v7)
                .sub(v8)
                .add(v9)
                .sub(v10)
                .add(v11)
                .sub(v12)
                .add(v13)
                .sub(v14)
                .add(v15)
                .intoArray(sums, to);
        zero.sub(v0)
                .sub(v1)
                .add(v2)
                .add(v3)
                .sub(v4)
                .sub(v5)
                .add(v6)
                .add(v7)
                .sub(v8)
                .sub(v9)
                .add(v10)
                .add(v11)
                .sub(v12)
                .sub(v13)
                .add(v14)
                .add(v15)
                .intoArray(sums, to + LANES);
        zero.sub(v0)
                .sub(v1)
                .sub(v2)
                .sub(v3)
                .add(v4)
                .add(v5)
                .add(v6)
                .add(v7)
                .sub(v8)
                .sub(v9)
                .sub(v10)
                .sub(v11)
                .add(v12)
                .add(v13)
                .add(v14)
                .add(v15)
                .intoArray(sums, to + 2 * LANES);
        zero.sub(v0)
                .sub(v1)
                .sub(v2)
                .sub(v3)
                .sub(v4)
                .sub(v5)
                .sub(v6)
                .sub(v7)
                .add(v8)
                .add(v9)
                .add(v10)
                .add(v11)
                .add(v12)
                .add(v13)
                .add(v14)
                .add(v15)
                .intoArray(sums, to + 3 * LANES);
    }
}
