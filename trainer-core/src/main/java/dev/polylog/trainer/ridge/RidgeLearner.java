package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.LowerTriangle;
import dev.polylog.trainer.task.Samples;
import java.util.List;

/**
 * Learns by ridge regression from all samples that it has seen, with a penalty chosen by leaving one out: what a network
 * would learn whose first layer keeps its features.
 *
 * <p>The system that is solved has one unknown a sample, or one a feature if these are fewer; each of the
 * {@link #penalties} takes two thirds of the cube of its size in operations, or {@code p^3/3 + n p^2} with one a feature.
 * Single thread.
 *
 * <p>References: Cho and Saul, "Kernel methods for deep learning", 2009; Rahimi and Recht, "Random features for large-scale
 * kernel machines", 2007.
 */
public final class RidgeLearner {
    /** Most unknowns: two triangles of this size take 8.7 GB. */
    public static final int MOST_UNKNOWNS = 32_768;

    private static final double KERNEL_NANOSECONDS = 80;
    private static final double FEATURE_NANOSECONDS = 1;

    private final Regression regression;
    private final TrainingSet samples;

    private RidgeLearner(Regression regression, int d) {
        this.regression = regression;
        this.samples = new TrainingSet(d);
    }

    /** Regression in the features of a first layer of finite width. */
    public static RidgeLearner of(RandomFeatures features) {
        return new RidgeLearner(new Regression.OnFeatures(features), features.d());
    }

    /**
     * Regression in the limit of infinite width.
     *
     * @param d dimension of inputs
     */
    public static RidgeLearner of(ArcCosineKernel kernel, int d) {
        return new RidgeLearner(new Regression.OnKernel(kernel), d);
    }

    /** The penalties to choose from, over the mean squared length of the samples' features. */
    public static List<Double> penalties() {
        return NormalEquations.PENALTIES;
    }

    /** Sees all samples of a step. */
    public void absorb(Samples minibatch, long step) {
        minibatch.moveTo(step);
        for (int chunk = 0; chunk < minibatch.chunks(); chunk++) {
            int rows = minibatch.draw(chunk);
            absorb(minibatch.inputs(), minibatch.labels(), rows);
        }
    }

    /**
     * Sees some samples.
     *
     * @param inputs rows x d
     * @param labels rows
     */
    public void absorb(float[] inputs, float[] labels, int rows) {
        samples.add(inputs, labels, rows);
    }

    /** n, the number of samples seen. */
    public int samples() {
        return samples.size();
    }

    /**
     * Fits all samples seen so far.
     *
     * @throws IllegalArgumentException if there are none, or more than {@value #MOST_UNKNOWNS} and as many features
     * @throws ArithmeticException if an input or a feature is not finite
     */
    public Fit fit() {
        long unknowns = regression.unknowns(samples.size());
        if (unknowns < 1 || unknowns > MOST_UNKNOWNS) {
            throw new IllegalArgumentException("Invalid number of samples: " + samples.size() + " (expected 1 to "
                    + MOST_UNKNOWNS + ", because a matrix of their products is factored)");
        }
        return regression.fit(samples);
    }

    /**
     * Predicted nanoseconds of a fit: inputs in their kernel or features, and a factor and its inverse for each penalty.
     *
     * @param samples n
     * @param features p; more than n, such as infinity, where there is one unknown a sample
     * @param d dimension of inputs
     * @param product nanoseconds of a multiplication and addition in a product of matrices in double precision
     */
    public static double nanoseconds(double samples, double features, double d, double product) {
        int penalties = NormalEquations.PENALTIES.size();
        double pairs = samples * Math.min(samples, features);
        if (Double.isInfinite(features)) {
            double kernel = pairs / 2 * (d * product + KERNEL_NANOSECONDS);
            return kernel + penalties * product * samples * samples * samples / 3;
        }
        double writing = samples * features * (d * product / 2 + FEATURE_NANOSECONDS);
        return samples < features
                ? writing + pairs / 2 * features * product + penalties * product * samples * samples * samples / 3
                : (penalties + 2) * writing
                        + pairs / 2 * features * product
                        + penalties * product * (features * features * features / 6 + pairs * features / 2);
    }

    /**
     * Predicted nanoseconds of outputs of a fit.
     *
     * @param terms samples or features, times inputs
     */
    public static double outputNanoseconds(double terms, double features, double d, double product) {
        return terms
                * (Double.isInfinite(features)
                        ? d * product + KERNEL_NANOSECONDS
                        : d * product / 2 + FEATURE_NANOSECONDS);
    }

    /** Bytes of n samples and the fit of their unknowns: inputs, the matrix and its factor. */
    public static double bytes(double samples, double features, double d) {
        double weights = Double.isInfinite(features) ? 0 : features * d;
        return (samples * d + weights) * Float.BYTES + 2.0 * LowerTriangle.bytes((long) Math.min(samples, features));
    }
}
