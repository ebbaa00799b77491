package dev.polylog.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns in vector registers and their portable twin give the same bits. */
class RowScalingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 31, 32, 1000})
    void bothKernelsGiveTheSameBits(int d) {
        assumeTrue(Simd.isPresent());
        Random random = new Random(d);
        float[] scales = new float[d];
        float[] rows = new float[3 * d + 5];
        for (int k = 0; k < d; k++) {
            scales[k] = (float) random.nextGaussian();
        }
        for (int k = 0; k < rows.length; k++) {
            rows[k] = k % 7 == 0 ? -0f : (float) random.nextGaussian();
        }
        for (float shift : new float[] {0, -0f, 1e-7f, Float.NaN}) {
            float[] portable = rows.clone();
            float[] vector = rows.clone();
            new PortableRowScaling().apply(portable, d + 5, scales, shift);
            new VectorRowScaling().apply(vector, d + 5, scales, shift);
            for (int k = 0; k < rows.length; k++) {
                assertThat(Float.floatToIntBits(vector[k])).isEqualTo(Float.floatToIntBits(portable[k]));
            }
        }
    }
}
