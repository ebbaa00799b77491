package dev.polylog.trainer.network;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;

/** The law of the weights before the first step. */
public sealed interface Initialization permits Initialization.Sphere {

    /** theta, the size of the first weights. */
    double scale();

    TwoLayerNetwork draw(int width, int d, StreamKey key);

    /**
     * {@code w_j} uniform on the sphere of radius theta in R^d, {@code a_j = +-theta} with equal probability.
     *
     * @param scale theta
     */
    record Sphere(double scale) implements Initialization {
        public Sphere {
            if (!(scale > 0 && Double.isFinite(scale))) {
                throw new IllegalArgumentException("Invalid init-scale: " + scale + " (expected more than 0)");
            }
        }

        @Override
        public TwoLayerNetwork draw(int width, int d, StreamKey key) {
            float[] hidden = new float[Math.multiplyExact(width, d)];
            key.stream(Purpose.HIDDEN_WEIGHTS, 0).normals(0, hidden, hidden.length);
            for (int j = 0; j < width; j++) {
                double square = 0;
                for (int k = j * d; k < (j + 1) * d; k++) {
                    square += (double) hidden[k] * hidden[k];
                }
                double radius = scale / Math.sqrt(square);
                for (int k = j * d; k < (j + 1) * d; k++) {
                    hidden[k] = (float) (hidden[k] * radius);
                }
            }
            float[] output = new float[width];
            int[] signs = new int[width];
            key.stream(Purpose.OUTPUT_SIGNS, 0).words(0, signs, width);
            for (int j = 0; j < width; j++) {
                output[j] = (float) (signs[j] < 0 ? -scale : scale);
            }
            return new TwoLayerNetwork(width, d, hidden, output);
        }

        @Override
        public String toString() {
            return "sphere";
        }
    }
}
