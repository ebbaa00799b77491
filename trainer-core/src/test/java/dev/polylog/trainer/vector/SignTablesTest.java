package dev.polylog.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables in vector registers and their portable twin give the same bits. */
class SignTablesTest {
    private static final int LANES = SignTables.LANES;
    private static final int ROWS = 77;

    private final Random random = new Random(6);
    private final SignTables portable = new PortableSignTables();
    private final @Nullable SignTables vector = Simd.isPresent() ? new VectorSignTables() : null;

    @BeforeEach
    void theModuleIsPresent() {
        assumeTrue(Simd.isPresent());
    }

    @Test
    void tablesEntriesBinsAndSums() {
        for (int trial = 0; trial < 20; trial++) {
            float[] weights = floats(32 * LANES);
            int[] words = random.ints(ROWS + 3).toArray();
            float[] one = floats(SignTables.ROWS + ROWS * LANES);
            float[] other = one.clone();
            float[] sums = new float[2 * 8 * LANES];
            float[] otherSums = new float[2 * 8 * LANES];
            apply(portable, weights, words, one, sums);
            apply(vector, weights, words, other, otherSums);
            assertThat(bits(other)).containsExactly(bits(one));
            assertThat(bits(otherSums)).containsExactly(bits(sums));
        }
    }

    private static void apply(SignTables kernel, float[] weights, int[] words, float[] work, float[] sums) {
        float[] nibbles = new float[2 * SignTables.NIBBLE];
        kernel.tables(weights, nibbles, work);
        kernel.addEntries(words, 3, ROWS, work, SignTables.ROWS);
        kernel.scatter(work, SignTables.ROWS, words, 3, ROWS, 16);
        kernel.fold(work, 0, nibbles, sums, 0);
        kernel.fold(work, 1, nibbles, sums, 8 * LANES);
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
