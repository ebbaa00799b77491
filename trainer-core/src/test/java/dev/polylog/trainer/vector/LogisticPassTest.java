package dev.polylog.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Losses in vector registers and their portable twin give the same bits, near the kinks of their series too. */
class LogisticPassTest {
    private static final double[] MARGINS = {
        0,
        -0.0,
        Double.MIN_VALUE,
        1e-300,
        0.881373587019543,
        0.8813735870195432,
        706.9999999999999,
        707,
        707.0000000000001,
        1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    private static final double DIVISOR = 2.7;

    private final Random random = new Random(5);

    private double output(int i) {
        return i < MARGINS.length
                ? MARGINS[i] * DIVISOR
                : random.nextGaussian() * StrictMath.exp(6 * random.nextGaussian());
    }

    @Test
    void bothPassesGiveTheSameBits() {
        assumeTrue(Simd.isPresent());
        for (int rows = 0; rows < 300; rows++) {
            double[] labels = new double[rows];
            double[] outputs = new double[rows];
            for (int i = 0; i < rows; i++) {
                labels[i] = random.nextBoolean() ? 1 : -1;
                outputs[i] = output(i);
            }
            double[] portableLosses = labels.clone();
            double[] portableSlopes = outputs.clone();
            new PortableLogisticPass().apply(portableLosses, portableSlopes, new double[rows], rows, DIVISOR);
            new VectorLogisticPass().apply(labels, outputs, new double[rows], rows, DIVISOR);
            assertThat(labels).containsExactly(portableLosses);
            assertThat(outputs).containsExactly(portableSlopes);
        }
    }
}
