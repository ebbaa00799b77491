package dev.polylog.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The passes in vector registers and their portable twin give the same bits. */
class PassesTest {
    private static final int LANES = Passes.LANES;
    private static final int ROWS = 77;

    private final Random random = new Random(6);
    private final Passes portable = new PortableReluPasses();
    private final @Nullable Passes vector = Simd.isPresent() ? new VectorReluPasses() : null;

    @BeforeEach
    void theModuleIsPresent() {
        assumeTrue(Simd.isPresent());
    }

    @Test
    void outputsAndBackPropagation() {
        for (int trial = 0; trial < 20; trial++) {
            float[] h = floats(5 + ROWS * 3 * LANES + Passes.MARGIN);
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
