package dev.polylog.trainer.network;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import java.util.Arrays;
import java.util.List;

/** The law of the weights before the first step, as far as the architecture leaves it open. */
public sealed interface Initialization
        permits Initialization.Sphere, Initialization.Normal, Initialization.Kaiming, Initialization.Mirror {

    /** All laws at scale 1; the registry of sweep files. */
    static List<Initialization> all() {
        return List.of(new Sphere(1), new Normal(1), new Kaiming(), new Mirror(1));
    }

    /** theta; 1 for a law that knows the size of its weights. */
    double scale();

    /** The same law at another scale, if it has one. */
    Initialization at(double newScale);

    /** Mean square of a coordinate of a first-layer weight; the law is isotropic. */
    double hiddenVariance(long d);

    /** Mean square of a second-layer weight in the limit of infinite width. */
    double outputVariance();

    /**
     * Turns standard normal vectors into first-layer weights.
     *
     * @param d of the vectors
     * @param rows width x columns, overwritten
     */
    void shapeHidden(long d, float[] rows, int width);

    /** Overwrites second-layer weights that are trained, one a neuron. */
    void drawOutputs(Architecture architecture, StreamKey key, long draw, float[] outputs);

    /**
     * Draws a network.
     *
     * @param draw number of the draw, from 0: where a network is not acceptable, the next one is drawn
     */
    default TwoLayerNetwork draw(Architecture architecture, long d, StreamKey key, long draw) {
        return draw(architecture, NormalRows.ofDimension(d), key, draw);
    }

    /** Draws a network whose first layer is made of some vectors, in the coordinates that show them. */
    default TwoLayerNetwork draw(Architecture architecture, NormalRows vectors, StreamKey key, long draw) {
        float[] hidden = new float[Math.multiplyExact(architecture.width(), vectors.columns())];
        vectors.draw(key, draw, hidden);
        shapeHidden(vectors.dimension(), hidden, architecture.width());
        float[] biases = new float[architecture.bias().isTrained() ? architecture.width() : 0];
        if (architecture.bias().scale() > 0) {
            drawNormals(key, Purpose.BIASES, draw, architecture.bias().scale(), biases);
        }
        float[] outputs = new float[architecture.width()];
        if (architecture.output() instanceof Output.Fixed fixed) {
            Arrays.fill(outputs, (float) fixed.value());
        } else {
            drawOutputs(architecture, key, draw, outputs);
        }
        return new TwoLayerNetwork(architecture, vectors.columns(), hidden, biases, outputs);
    }

    /** A mean-field ReLU network without biases. */
    default TwoLayerNetwork draw(int width, long d, StreamKey key) {
        return draw(Architecture.ofWidth(width), d, key, 0);
    }

    private static void drawNormals(StreamKey key, Purpose purpose, long draw, double deviation, float[] weights) {
        key.stream(purpose, draw).normals(0, weights, weights.length);
        multiply(deviation, weights);
    }

    private static void multiply(double deviation, float[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * weights[i]);
        }
    }

    private static void checkScale(double scale) {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("Invalid init-scale: " + scale + " (expected more than 0)");
        }
    }

    /**
     * {@code w_j} uniform on the sphere of radius theta in R^d, {@code a_j = +-theta} with equal probability.
     *
     * @param scale theta
     */
    record Sphere(double scale) implements Initialization {
        public Sphere {
            checkScale(scale);
        }

        @Override
        public Initialization at(double newScale) {
            return new Sphere(newScale);
        }

        @Override
        public double hiddenVariance(long d) {
            return scale * scale / d;
        }

        @Override
        public double outputVariance() {
            return scale * scale;
        }

        @Override
        public void shapeHidden(long d, float[] rows, int width) {
            int columns = rows.length / width;
            for (int from = 0; from < rows.length; from += columns) {
                double square = 0;
                for (int k = from; k < from + columns; k++) {
                    square += (double) rows[k] * rows[k];
                }
                double radius = scale / Math.sqrt(square);
                for (int k = from; k < from + columns; k++) {
                    rows[k] = (float) (rows[k] * radius);
                }
            }
        }

        @Override
        public void drawOutputs(Architecture architecture, StreamKey key, long draw, float[] outputs) {
            int[] signs = new int[outputs.length];
            key.stream(Purpose.OUTPUT_SIGNS, draw).words(0, signs, outputs.length);
            for (int j = 0; j < outputs.length; j++) {
                outputs[j] = (float) (signs[j] < 0 ? -scale : scale);
            }
        }

        @Override
        public String toString() {
            return "sphere";
        }
    }

    /**
     * Every weight of both layers normal with standard deviation theta.
     *
     * @param scale theta
     */
    record Normal(double scale) implements Initialization {
        public Normal {
            checkScale(scale);
        }

        @Override
        public Initialization at(double newScale) {
            return new Normal(newScale);
        }

        @Override
        public double hiddenVariance(long d) {
            return scale * scale;
        }

        @Override
        public double outputVariance() {
            return scale * scale;
        }

        @Override
        public void shapeHidden(long d, float[] rows, int width) {
            multiply(scale, rows);
        }

        @Override
        public void drawOutputs(Architecture architecture, StreamKey key, long draw, float[] outputs) {
            drawNormals(key, Purpose.OUTPUT_WEIGHTS, draw, scale, outputs);
        }

        @Override
        public String toString() {
            return "normal";
        }
    }

    /**
     * Normal weights of variance {@code 2 / fan-in}: 2 / d in the first layer, 2 / p in the second.
     *
     * <p>Reference: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015.
     */
    record Kaiming() implements Initialization {
        @Override
        public double scale() {
            return 1;
        }

        @Override
        public Initialization at(double newScale) {
            return this;
        }

        @Override
        public double hiddenVariance(long d) {
            return 2.0 / d;
        }

        @Override
        public double outputVariance() {
            return 0;
        }

        @Override
        public void shapeHidden(long d, float[] rows, int width) {
            multiply(Math.sqrt(2.0 / d), rows);
        }

        @Override
        public void drawOutputs(Architecture architecture, StreamKey key, long draw, float[] outputs) {
            drawNormals(key, Purpose.OUTPUT_WEIGHTS, draw, Math.sqrt(2.0 / architecture.width()), outputs);
        }

        @Override
        public String toString() {
            return "kaiming";
        }
    }

    /**
     * Pairs of opposite neurons: the first of each pair as under {@link Normal}, the second with {@code -w}, {@code -b} and
     * the same a. A pair of ReLU neurons begins as {@code a |w.x + b|}.
     *
     * @param scale theta
     */
    record Mirror(double scale) implements Initialization {
        public Mirror {
            checkScale(scale);
        }

        @Override
        public Initialization at(double newScale) {
            return new Mirror(newScale);
        }

        @Override
        public double hiddenVariance(long d) {
            return scale * scale;
        }

        @Override
        public double outputVariance() {
            return scale * scale;
        }

        @Override
        public void shapeHidden(long d, float[] rows, int width) {
            multiply(scale, rows);
        }

        @Override
        public void drawOutputs(Architecture architecture, StreamKey key, long draw, float[] outputs) {
            new Normal(scale).drawOutputs(architecture, key, draw, outputs);
        }

        @Override
        public TwoLayerNetwork draw(Architecture architecture, NormalRows vectors, StreamKey key, long draw) {
            TwoLayerNetwork network = Initialization.super.draw(architecture, vectors, key, draw);
            int d = network.d();
            for (int j = 1; j < architecture.width(); j += 2) {
                for (int k = j * d; k < (j + 1) * d; k++) {
                    network.hiddenWeights()[k] = -network.hiddenWeights()[k - d];
                }
                network.outputWeights()[j] = network.outputWeights()[j - 1];
                if (network.hasBiases()) {
                    network.biases()[j] = -network.biases()[j - 1];
                }
            }
            return network;
        }

        @Override
        public String toString() {
            return "mirror";
        }
    }
}
