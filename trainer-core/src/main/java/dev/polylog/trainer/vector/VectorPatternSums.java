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
        FloatVector bin0 = FloatVector.fromArray(FLOATS, work, from);
        FloatVector bin1 = FloatVector.fromArray(FLOATS, work, from + step);
        FloatVector bin2 = FloatVector.fromArray(FLOATS, work, from + 2 * step);
        FloatVector bin3 = FloatVector.fromArray(FLOATS, work, from + 3 * step);
        FloatVector bin4 = FloatVector.fromArray(FLOATS, work, from + 4 * step);
        FloatVector bin5 = FloatVector.fromArray(FLOATS, work, from + 5 * step);
        FloatVector bin6 = FloatVector.fromArray(FLOATS, work, from + 6 * step);
        FloatVector bin7 = FloatVector.fromArray(FLOATS, work, from + 7 * step);
        FloatVector bin8 = FloatVector.fromArray(FLOATS, work, from + 8 * step);
        FloatVector bin9 = FloatVector.fromArray(FLOATS, work, from + 9 * step);
        FloatVector bin10 = FloatVector.fromArray(FLOATS, work, from + 10 * step);
        FloatVector bin11 = FloatVector.fromArray(FLOATS, work, from + 11 * step);
        FloatVector bin12 = FloatVector.fromArray(FLOATS, work, from + 12 * step);
        FloatVector bin13 = FloatVector.fromArray(FLOATS, work, from + 13 * step);
        FloatVector bin14 = FloatVector.fromArray(FLOATS, work, from + 14 * step);
        FloatVector bin15 = FloatVector.fromArray(FLOATS, work, from + 15 * step);
        FloatVector low = bin0.add(bin1).add(bin2.add(bin3)).add(bin4.add(bin5).add(bin6.add(bin7)));
        FloatVector high =
                bin8.add(bin9).add(bin10.add(bin11)).add(bin12.add(bin13).add(bin14.add(bin15)));
        low.add(high).intoArray(nibbles, to);
    }

    private static void addEight(float[] nibbles, int at, int bit, float[] sums, int to) {
        FloatVector sum0 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 0) * LANES);
        FloatVector sum1 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 1) * LANES);
        FloatVector sum2 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 2) * LANES);
        FloatVector sum3 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 3) * LANES);
        FloatVector sum4 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 4) * LANES);
        FloatVector sum5 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 5) * LANES);
        FloatVector sum6 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 6) * LANES);
        FloatVector sum7 = FloatVector.fromArray(FLOATS, nibbles, at + PatternSums.code(bit, 7) * LANES);
        sum0.add(sum1)
                .add(sum2.add(sum3))
                .add(sum4.add(sum5).add(sum6.add(sum7)))
                .intoArray(sums, to);
    }
}
