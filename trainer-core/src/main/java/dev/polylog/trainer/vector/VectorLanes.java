package dev.polylog.trainer.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over blocks of sixteen neurons, one a lane. Sums run over the rows, or over the tables, in an order that does not
 * depend on the width of the registers.
 */
public final class VectorLanes {
    private static final int LANES = 16;
    private static final int NIBBLE = 16 * LANES;
    private static final int BYTE = 256 * LANES;
    private static final int TABLES = 12;
    private static final int BINS = TABLES + 4 * BYTE;

    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;
    private static final VectorSpecies<Double> DOUBLES = Species.DOUBLES;
    private static final VectorSpecies<Float> HALF = Species.HALF_FLOATS;

    private VectorLanes() {}

    /** Sums {@code +-w0 +-w1 ...} of each eight of 32 coordinates, for all sign patterns. */
    public static void tables(float[] weights, float[] nibbles, float[] work) {
        for (int group = 0; group < 4; group++) {
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                for (int half = 0; half < 2; half++) {
                    int from = (8 * group + 4 * half) * LANES + lane;
                    FloatVector w0 = FloatVector.fromArray(FLOATS, weights, from);
                    FloatVector w1 = FloatVector.fromArray(FLOATS, weights, from + LANES);
                    FloatVector w2 = FloatVector.fromArray(FLOATS, weights, from + 2 * LANES);
                    FloatVector w3 = FloatVector.fromArray(FLOATS, weights, from + 3 * LANES);
                    for (int code = 0; code < 8; code++) {
                        FloatVector sum = (code & 1) == 0 ? w0.neg() : w0;
                        sum = (code & 2) == 0 ? sum.sub(w1) : sum.add(w1);
                        sum = (code & 4) == 0 ? sum.sub(w2) : sum.add(w2);
                        int to = half * NIBBLE + code * LANES + lane;
                        sum.sub(w3).intoArray(nibbles, to);
                        sum.add(w3).intoArray(nibbles, to + 8 * LANES);
                    }
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

    /** Adds to each row, from {@code from} on, the entries of the four tables that its word selects. */
    public static void addEntries(int[] words, int wordsFrom, int rows, float[] work, int from) {
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

    /** Adds each row to the bins, one of 256 for each byte, that two bytes of its word select. */
    public static void scatter(float[] work, int from, int[] words, int wordsFrom, int rows, int shift) {
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

    /** Sums of the 256 bins with the signs of each of eight coordinates; empties the bins. */
    public static void fold(float[] work, int table, float[] nibbles, float[] sums, int sumsFrom) {
        FloatVector zero = FloatVector.zero(FLOATS);
        for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
            for (int low = 0; low < 16; low++) {
                zero.intoArray(nibbles, low * LANES + lane);
            }
            for (int high = 0; high < 16; high++) {
                FloatVector total = zero;
                for (int low = 0; low < 16; low++) {
                    int bin = BINS + table * BYTE + high * NIBBLE + low * LANES + lane;
                    FloatVector value = FloatVector.fromArray(FLOATS, work, bin);
                    zero.intoArray(work, bin);
                    total = total.add(value);
                    int at = low * LANES + lane;
                    FloatVector.fromArray(FLOATS, nibbles, at).add(value).intoArray(nibbles, at);
                }
                total.intoArray(nibbles, NIBBLE + high * LANES + lane);
            }
            for (int bit = 0; bit < 8; bit++) {
                FloatVector sum = zero;
                int half = (bit >> 2) * NIBBLE + lane;
                for (int code = 0; code < 16; code++) {
                    FloatVector value = FloatVector.fromArray(FLOATS, nibbles, half + code * LANES);
                    sum = (code >>> (bit & 3) & 1) == 0 ? sum.sub(value) : sum.add(value);
                }
                sum.intoArray(sums, sumsFrom + bit * LANES + lane);
            }
        }
    }

    /** Sums over the blocks of {@code a relu(h)}, lane by lane, then over the lanes as a balanced tree. */
    public static void outputs(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] a,
            double[] lanes,
            double[] out) {
        for (int row = 0; row < rows; row++) {
            for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
                DoubleVector sum = DoubleVector.zero(DOUBLES);
                int at = from + row * rowStride + lane;
                for (int block = 0; block < blocks; block++) {
                    DoubleVector active = (DoubleVector) FloatVector.fromArray(HALF, h, at + block * blockStride)
                            .max(0f)
                            .convertShape(VectorOperators.F2D, DOUBLES, 0);
                    sum = sum.add(active.mul(DoubleVector.fromArray(DOUBLES, a, block * LANES + lane)));
                }
                sum.intoArray(lanes, lane);
            }
            for (int width = LANES / 2; width > 0; width >>= 1) {
                for (int lane = 0; lane < width; lane++) {
                    lanes[lane] += lanes[lane + width];
                }
            }
            out[row] = lanes[0];
        }
    }

    /** One block: adds {@code slope relu(h)} to the gradient and replaces h by {@code slope 1[h > 0]}. */
    public static void backPropagate(
            float[] h, int from, int rowStride, int rows, double[] slopes, double[] gradient, int gradientFrom) {
        FloatVector zero = FloatVector.zero(HALF);
        for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
            DoubleVector sum = DoubleVector.fromArray(DOUBLES, gradient, gradientFrom + lane);
            for (int row = 0; row < rows; row++) {
                int at = from + row * rowStride + lane;
                FloatVector value = FloatVector.fromArray(HALF, h, at);
                VectorMask<Float> isActive = value.compare(VectorOperators.GT, 0f);
                DoubleVector active = (DoubleVector) value.max(0f).convertShape(VectorOperators.F2D, DOUBLES, 0);
                sum = sum.add(active.mul(slopes[row]));
                zero.blend((float) slopes[row], isActive).intoArray(h, at);
            }
            sum.intoArray(gradient, gradientFrom + lane);
        }
    }
}
