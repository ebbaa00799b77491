package dev.polylog.trainer.limit;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;

/**
 * SGD for many dimensions and samples at a fixed ratio: the summary statistics move by means over inputs, and by what the noise
 * of a minibatch leaves of itself on so many coordinates. Only in the label plane, where the weights are small at first, the noise
 * is drawn. A step costs O(p^3 + nodes p^2) whatever the dimension, and takes nothing from the heap.
 */
public final class Recursion {
    /** What is left of a diagonal element below this share is rounding. */
    private static final double TOLERANCE = 1e-12;

    private final SummaryStatistics state;
    private final double otherDimensions;
    private final double batchSize;
    private final double stepSize;
    private final LabelMeans labels;
    private final Linearization linearization;
    private final OutputLaw law;
    private final Quadrature quadrature;
    private final Gradient gradient;
    private final PivotedCholesky noise;
    /** T of {@code W <- T W + noise} on the rest. */
    private final double[] transition;

    private final double[] product;
    private boolean isLawCurrent;

    /**
     * The recursion from a state, which it moves.
     *
     * @param dimension d, more than 2
     * @param batchSize m
     * @param stepSize eta
     * @param labelNoise q
     */
    public Recursion(
            LabelPlane plane,
            SummaryStatistics state,
            double dimension,
            double batchSize,
            double stepSize,
            double labelNoise) {
        this.state = state;
        this.otherDimensions = dimension - 2;
        this.batchSize = batchSize;
        this.stepSize = stepSize;
        double clean = 1 - 2 * labelNoise;
        this.labels = new LabelMeans(plane, state);
        this.linearization = new Linearization(state, labels, clean);
        this.law = new OutputLaw(plane, state);
        this.quadrature = new Quadrature(state, labels, law, clean);
        this.gradient = new Gradient(state.width());
        this.noise = new PivotedCholesky(state.width(), TOLERANCE);
        this.transition = new double[state.rest().length];
        this.product = new double[transition.length];
    }

    /** Bytes of a recursion on so many nodes. */
    public static double bytes(double width, double nodes) {
        return SummaryStatistics.bytes(width)
                + LabelMeans.bytes(width)
                + Linearization.bytes(width)
                + OutputLaw.bytes(width, nodes)
                + Quadrature.bytes(width, nodes)
                + Gradient.bytes(width)
                + Double.BYTES * 3 * width * width;
    }

    /** Computes the gradient at the state, and returns the mean loss under training labels. */
    public double differentiate() {
        labels.compute();
        if (linearization.isSmall()) {
            return linearization.compute(gradient);
        }
        lawNow();
        return quadrature.compute(gradient);
    }

    /** The law of the output at the state. */
    OutputLaw lawNow() {
        if (!isLawCurrent) {
            law.compute();
            isLawCurrent = true;
        }
        return law;
    }

    /** Means of clean labels at the state. */
    LabelMeans labelsNow() {
        labels.compute();
        return labels;
    }

    /**
     * Moves the first layer by the gradient.
     *
     * @param normals of the noise in the plane, 2 width
     */
    public void moveFirst(float[] normals) {
        movePlane(normals);
        moveRest();
        isLawCurrent = false;
    }

    /** Moves the output weights by the gradient, as the last of a step. */
    public void moveOutputs() {
        for (int j = 0; j < state.width(); j++) {
            state.outputs()[j] += stepSize * gradient.outputs()[j];
        }
        isLawCurrent = false;
    }

    private void movePlane(float[] normals) {
        int width = state.width();
        noise.factor(gradient.noise());
        double deviation = 1 / Math.sqrt(batchSize);
        for (int j = 0; j < width; j++) {
            double drawn1 = 0;
            double drawn2 = 0;
            for (int c = 0; c < noise.rank(); c++) {
                double factor = noise.at(j, c);
                drawn1 += factor * normals[2 * c];
                drawn2 += factor * normals[2 * c + 1];
            }
            double rate = stepSize * state.outputs()[j];
            state.s1()[j] += rate * (gradient.plane1()[j] + deviation * drawn1);
            state.s2()[j] += rate * (gradient.plane2()[j] + deviation * drawn2);
        }
    }

    private void moveRest() {
        int width = state.width();
        double[] a = state.outputs();
        double[] rest = state.rest();
        for (int j = 0; j < width; j++) {
            double rate = -stepSize * a[j];
            for (int l = 0; l < width; l++) {
                transition[j * width + l] = rate * gradient.drift()[j * width + l];
            }
            transition[j * width + j] += 1;
        }
        Blas.multiply(transition, rest, 0, product, width, width, width);
        Blas.multiplyTransposed(product, transition, 0, rest, width, width, width);
        double growth = stepSize * stepSize * otherDimensions / batchSize;
        for (int j = 0; j < width; j++) {
            for (int l = 0; l <= j; l++) {
                int at = j * width + l;
                double sum = rest[at] + growth * a[j] * a[l] * gradient.noise()[at];
                rest[at] = sum;
                rest[l * width + j] = sum;
            }
        }
    }

    /** T, by which the last step of the first layer moved the rest, but for its noise: width x width. The live array. */
    public double[] transition() {
        return transition;
    }
}
