package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylog.trainer.vector.Simd;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vector kernels and their portable twins give the same bits. */
class LaneKernelTest {
    private static final int LANES = LaneKernel.LANES;
    private static final int ROWS = 77;

    private final Random random = new Random(6);
    private final LaneKernel portable = new PortableLanes();
    private final LaneKernel vector = new VectorLaneKernel();

    @BeforeEach
    void theModuleIsPresent() {
        assumeTrue(Simd.isPresent());
    }

    @Test
    void tablesEntriesBinsAndSums() {
        for (int trial = 0; trial < 20; trial++) {
            float[] weights = floats(32 * LANES);
            int[] words = random.ints(ROWS + 3).toArray();
            float[] one = floats(LaneKernel.ROWS + ROWS * LANES);
            float[] other = one.clone();
            float[] sums = new float[2 * 8 * LANES];
            float[] otherSums = new float[2 * 8 * LANES];
            apply(portable, weights, words, one, sums);
            apply(vector, weights, words, other, otherSums);
            assertThat(bits(other)).containsExactly(bits(one));
            assertThat(bits(otherSums)).containsExactly(bits(sums));
        }
    }

    private static void apply(LaneKernel kernel, float[] weights, int[] words, float[] work, float[] sums) {
        float[] nibbles = new float[2 * LaneKernel.NIBBLE];
        kernel.tables(weights, nibbles, work);
        kernel.addEntries(words, 3, ROWS, work, LaneKernel.ROWS);
        kernel.scatter(work, LaneKernel.ROWS, words, 3, ROWS, 16);
        kernel.fold(work, 0, nibbles, sums, 0);
        kernel.fold(work, 1, nibbles, sums, 8 * LANES);
    }

    @Test
    void outputsAndBackPropagation() {
        for (int trial = 0; trial < 20; trial++) {
            float[] h = floats(5 + ROWS * 3 * LANES + LaneKernel.MARGIN);
            h[7] = -0f;
            h[8] = Float.NaN;
            h[9] = Float.POSITIVE_INFINITY;
            double[] a = random.doubles(2 * LANES, -1, 1).toArray();
            double[] outputs = new double[ROWS];
            double[] otherOutputs = new double[ROWS];
            portable.outputs(h, 5, 3 * LANES, LANES, 2, ROWS, a, new double[LANES], outputs);
            vector.outputs(h, 5, 3 * LANES, LANES, 2, ROWS, a, new double[LANES], otherOutputs);
            assertThat(otherOutputs).containsExactly(outputs);

            float[] other = h.clone();
            double[] gradient = random.doubles(2 * LANES).toArray();
            double[] otherGradient = gradient.clone();
            double[] slopes = random.doubles(ROWS, -2, 2).toArray();
            portable.backPropagate(h, 5, 3 * LANES, LANES, 2, ROWS, slopes, gradient);
            vector.backPropagate(other, 5, 3 * LANES, LANES, 2, ROWS, slopes, otherGradient);
            assertThat(bits(other)).containsExactly(bits(h));
            assertThat(otherGradient).containsExactly(gradient);
        }
    }

    private float[] floats(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
