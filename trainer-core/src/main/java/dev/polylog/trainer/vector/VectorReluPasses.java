package dev.polylog.trainer.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code s(h) = max(h, 0)} with {@code s'(0) = 0}, sixteen neurons in vector registers. Sums run over the rows, or over the blocks, in an order that does not
 * depend on the width of the registers.
 *
 * <p>Two habits keep Java 17 from making objects of vectors, which costs more than the work itself. No vector lives across
 * a branch or a turn of a loop: sums stay in arrays, and small loops are written out. And floats have one width of register
 * only: where half a register of them becomes doubles, a whole one is read.
 */
public final class VectorReluPasses implements Passes {

    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;
    private static final VectorSpecies<Double> DOUBLES = Species.DOUBLES;

    @Override
    public void outputs(
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
            int at = from + row * rowStride;
            for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
                DoubleVector.zero(DOUBLES).intoArray(lanes, lane);
            }
            int block = 0;
            for (; block + 3 < blocks; block += 4) {
                addFourBlocks(h, at + block * blockStride, blockStride, a, block * LANES, lanes);
            }
            for (; block < blocks; block++) {
                addBlock(h, at + block * blockStride, a, block * LANES, lanes);
            }
            double sum0 = (lanes[0] + lanes[8]) + (lanes[4] + lanes[12]);
            double sum1 = (lanes[1] + lanes[9]) + (lanes[5] + lanes[13]);
            double sum2 = (lanes[2] + lanes[10]) + (lanes[6] + lanes[14]);
            double sum3 = (lanes[3] + lanes[11]) + (lanes[7] + lanes[15]);
            out[row] = (sum0 + sum2) + (sum1 + sum3);
        }
    }

    private static void addBlock(float[] h, int at, double[] a, int neuron, double[] lanes) {
        for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
            FloatVector value0 = FloatVector.fromArray(FLOATS, h, at + lane);
            DoubleVector active0 = (DoubleVector) value0.blend(0f, value0.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            active0.fma(DoubleVector.fromArray(DOUBLES, a, neuron + lane), DoubleVector.fromArray(DOUBLES, lanes, lane))
                    .intoArray(lanes, lane);
        }
    }

    /** As four blocks one after the other, with sums in a register meanwhile. */
    private static void addFourBlocks(float[] h, int at, int blockStride, double[] a, int neuron, double[] lanes) {
        for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
            FloatVector value0 = FloatVector.fromArray(FLOATS, h, at + lane);
            DoubleVector active0 = (DoubleVector) value0.blend(0f, value0.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            FloatVector value1 = FloatVector.fromArray(FLOATS, h, at + lane + blockStride);
            DoubleVector active1 = (DoubleVector) value1.blend(0f, value1.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            FloatVector value2 = FloatVector.fromArray(FLOATS, h, at + lane + 2 * blockStride);
            DoubleVector active2 = (DoubleVector) value2.blend(0f, value2.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            FloatVector value3 = FloatVector.fromArray(FLOATS, h, at + lane + 3 * blockStride);
            DoubleVector active3 = (DoubleVector) value3.blend(0f, value3.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector sum0 = active0.fma(
                    DoubleVector.fromArray(DOUBLES, a, neuron + lane), DoubleVector.fromArray(DOUBLES, lanes, lane));
            DoubleVector sum1 = active1.fma(DoubleVector.fromArray(DOUBLES, a, neuron + LANES + lane), sum0);
            DoubleVector sum2 = active2.fma(DoubleVector.fromArray(DOUBLES, a, neuron + 2 * LANES + lane), sum1);
            DoubleVector sum3 = active3.fma(DoubleVector.fromArray(DOUBLES, a, neuron + 3 * LANES + lane), sum2);
            sum3.intoArray(lanes, lane);
        }
    }

    @Override
    public void backPropagate(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] slopes,
            double[] gradient) {
        for (int row = 0; row < rows; row++) {
            for (int block = 0; block < blocks; block++) {
                int at = from + row * rowStride + block * blockStride;
                addRow(h, at, slopes[row], gradient, block * LANES);
                replace(h, at, (float) slopes[row]);
            }
        }
    }

    private static void addRow(float[] h, int at, double slope, double[] gradient, int neuron) {
        for (int lane = 0; lane < LANES; lane += DOUBLES.length()) {
            FloatVector value0 = FloatVector.fromArray(FLOATS, h, at + lane);
            DoubleVector active0 = (DoubleVector) value0.blend(0f, value0.compare(VectorOperators.LE, 0f))
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            active0.fma(
                            DoubleVector.broadcast(DOUBLES, slope),
                            DoubleVector.fromArray(DOUBLES, gradient, neuron + lane))
                    .intoArray(gradient, neuron + lane);
        }
    }

    private static void replace(float[] h, int at, float slope) {
        for (int lane = 0; lane < LANES; lane += FLOATS.length()) {
            FloatVector value = FloatVector.fromArray(FLOATS, h, at + lane);
            FloatVector.broadcast(FLOATS, slope)
                    .blend(0f, value.compare(VectorOperators.LE, 0f))
                    .intoArray(h, at + lane);
        }
    }
}
