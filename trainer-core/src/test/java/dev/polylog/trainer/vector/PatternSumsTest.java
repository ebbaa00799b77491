package dev.polylog.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bins in vector registers and their portable twin give the same bits, and products with zeros and ones. */
class PatternSumsTest {
    private static final int LANES = PatternSums.LANES;
    private static final int ROWS = 301;
    private static final int STRIDE = 21;
    private static final int COLUMNS = 13;

    private final Random random = new Random(8);
    private final float[] x = floats(0);
    private final float[] b = floats(0.5);
    private final float[] scales = floats(0);

    private float[] floats(double zeros) {
        float[] values = new float[ROWS * STRIDE + LANES];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < zeros ? 0 : (float) random.nextGaussian();
        }
        return values;
    }

    private float[] product(PatternSums kernel) {
        int[] patterns = new int[ROWS + 2];
        float[] work = new float[PatternSums.LENGTH];
        float[] sums = new float[LANES * LANES];
        kernel.read(b, 3, STRIDE, COLUMNS, ROWS, patterns, 2);
        for (int repeat = 0; repeat < 2; repeat++) {
            kernel.add(x, 5, STRIDE, scales, patterns, 2, ROWS, work);
            kernel.fold(work, new float[PatternSums.NIBBLES], sums);
        }
        assertThat(work).containsOnly(0);
        return sums;
    }

    @Test
    void productsAreThoseOfLoops() {
        float[] sums = product(new PortablePatternSums());
        for (int j = 0; j < LANES; j++) {
            for (int k = 0; k < LANES; k++) {
                double sum = 0;
                for (int row = 0; row < ROWS && j < COLUMNS; row++) {
                    boolean isOne = b[3 + row * STRIDE + j] != 0;
                    sum += isOne ? (double) scales[row] * x[5 + row * STRIDE + k] : 0;
                }
                assertThat((double) sums[j * LANES + k]).isCloseTo(sum, within(1e-4));
            }
        }
    }

    @Test
    void bothKernelsGiveTheSameBits() {
        assumeTrue(Simd.isPresent());
        assertThat(product(new VectorPatternSums())).containsExactly(product(new PortablePatternSums()));
    }
}
