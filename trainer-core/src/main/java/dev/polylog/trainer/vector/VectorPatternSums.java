package dev.polylog.trainer.vector;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums of bins in vector registers. No vector lives across a branch or a turn of a loop, as in {@link VectorReluPasses}. */
public final class VectorPatternSums implements PatternSums {
    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;
    private static final VectorSpecies<Integer> INTS = Species.INTS;
    private static final int[] POWERS =
            IntStream.range(0, LANES).map(lane -> 1 << lane).toArray();

    @Override
    public void read(float[] d, int from, int stride, int columns, int rows, int[] patterns, int patternsFrom) {
        int mask = (1 << columns) - 1;
        for (int row = 0; row < rows; row++) {
            int at = from + row * stride;
            int pattern = 0;
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                IntVector bits = FloatVector.fromArray(FLOATS, d, at + lane).reinterpretAsInts();
                pattern |= bits.or(bits.neg())
                        .lanewise(VectorOperators.ASHR, 31)
                        .and(IntVector.fromArray(INTS, POWERS, lane))
                        .reduceLanes(VectorOperators.OR);
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
            for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
                FloatVector value =
                        FloatVector.fromArray(FLOATS, x, at + lane).mul(FloatVector.broadcast(FLOATS, scales[row]));
                FloatVector.fromArray(FLOATS, work, bin0 + lane).add(value).intoArray(work, bin0 + lane);
                FloatVector.fromArray(FLOATS, work, bin1 + lane).add(value).intoArray(work, bin1 + lane);
            }
        }
    }

    @Override
    public void fold(float[] work, float[] nibbles, float[] sums) {
        for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
            for (int half = 0; half < 4; half++) {
                int bins = BINS + (half >> 1) * BYTE + lane;
                int nibble = half * SignTables.NIBBLE + lane;
                int codeStep = (half & 1) == 0 ? LANES : SignTables.NIBBLE;
                int step = (half & 1) == 0 ? SignTables.NIBBLE : LANES;
                for (int code = 0; code < 16; code++) {
                    addSixteen(work, bins + code * codeStep, step, nibbles, nibble + code * LANES);
                }
                for (int bit = 0; bit < 4; bit++) {
                    addEight(nibbles, nibble, bit, sums, (4 * half + bit) * LANES + lane);
                }
            }
        }
        Arrays.fill(work, BINS, LENGTH, 0);
    }

    private static void addSixteen(float[] work, int from, int step, float[] nibbles, int to) {
        FloatVector sum0 = addFour(work, from, step).add(addFour(work, from + 4 * step, step));
        FloatVector sum1 = addFour(work, from + 8 * step, step).add(addFour(work, from + 12 * step, step));
        sum0.add(sum1).intoArray(nibbles, to);
    }

    private static FloatVector addFour(float[] work, int at, int step) {
        FloatVector sum0 = FloatVector.fromArray(FLOATS, work, at).add(FloatVector.fromArray(FLOATS, work, at + step));
        FloatVector sum1 = FloatVector.fromArray(FLOATS, work, at + 2 * step)
                .add(FloatVector.fromArray(FLOATS, work, at + 3 * step));
        return sum0.add(sum1);
    }

    private static void addEight(float[] nibbles, int at, int bit, float[] sums, int to) {
        FloatVector sum0 = value(nibbles, at, bit, 0)
                .add(value(nibbles, at, bit, 1))
                .add(value(nibbles, at, bit, 2).add(value(nibbles, at, bit, 3)));
        FloatVector sum1 = value(nibbles, at, bit, 4)
                .add(value(nibbles, at, bit, 5))
                .add(value(nibbles, at, bit, 6).add(value(nibbles, at, bit, 7)));
        sum0.add(sum1).intoArray(sums, to);
    }

    private static FloatVector value(float[] nibbles, int at, int bit, int n) {
        return FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, n) * LANES);
    }
}
