package dev.polylog.trainer.task;

import dev.polylog.trainer.random.StreamKey;
import java.util.Optional;

/**
 * A learning problem.
 *
 * @param target the hidden function
 * @param inputs the law of x
 * @param sigma standard deviation of clusters around their centres; of no effect on other laws
 * @param d dimension of x
 * @param labelNoise probability that a training label is flipped; test labels are clean
 * @param covariance shape of the covariance of normal inputs
 * @param anisotropy its strength; 0 is the identity
 * @param covarianceBasis whether its eigenvectors are turned against the labels
 * @param basis whether inputs and labels are turned together
 * @param datasetSize number of training samples that are drawn once and then reused, or 0 for fresh ones in every step
 * @param labels what the values of the target are to the network
 * @param targetNoise standard deviation of the normal noise on real training labels; test labels are clean
 */
public record Task(
        TargetFunction target,
        InputLaw inputs,
        double sigma,
        long d,
        double labelNoise,
        Covariance covariance,
        double anisotropy,
        Basis covarianceBasis,
        Basis basis,
        int datasetSize,
        Labels labels,
        double targetNoise) {
    /** Of which clusters are made unless said otherwise: the boundary is four deviations away from every centre. */
    public static final double USUAL_SIGMA = 0.25;

    /** Squares of smaller ones, and of its inverse, leave single precision. */
    private static final double LEAST_SIGMA = 1e-15;

    public Task {
        if (d < target.coordinates()) {
            throw new IllegalArgumentException(
                    "Invalid d: " + d + " (" + target + " needs at least " + target.coordinates() + ")");
        }
        if (!(labelNoise >= 0 && labelNoise <= 1)) {
            throw new IllegalArgumentException("Invalid label-noise: " + labelNoise + " (expected 0 to 1)");
        }
        if (!target.hasTwoClasses() && labels.areClasses()) {
            throw new IllegalArgumentException("Invalid labels: " + labels + " (expected real, and loss = squared with"
                    + " it: the target " + target + " takes other values than -1 and +1)");
        }
        if (target.hasTwoClasses() && !labels.areClasses()) {
            throw new IllegalArgumentException(
                    "Invalid labels: real (expected plus-minus or zero-one: " + target + " has two classes)");
        }
        if (labelNoise > 0 && !target.hasTwoClasses()) {
            throw new IllegalArgumentException("Invalid label-noise: " + labelNoise + " (expected 0, as the labels of "
                    + target + " are no classes that could be flipped)");
        }
        if (!(sigma >= LEAST_SIGMA && sigma <= 1 / LEAST_SIGMA)) {
            throw new IllegalArgumentException(
                    "Invalid sigma: " + sigma + " (expected " + LEAST_SIGMA + " to " + 1 / LEAST_SIGMA + ")");
        }
        if (!(anisotropy >= 0 && Double.isFinite(anisotropy))) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy + " (expected at least 0)");
        }
        if (anisotropy > 0 && !inputs.isNormal()) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy + " (expected 0 with " + inputs
                    + " inputs; only gaussian inputs and clusters have a covariance to choose)");
        }
        if (anisotropy > 0 && covariance instanceof Covariance.Isotropic) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy
                    + " (expected 0 with isotropic covariance; choose another covariance to give it a strength)");
        }
        boolean isPlanar = inputs instanceof InputLaw.Clusters || inputs instanceof InputLaw.FourPoints;
        if (isPlanar && target.coordinates() != 2) {
            throw new IllegalArgumentException("Invalid target: " + target + " (it depends on " + target.coordinates()
                    + " coordinates, but the centres of " + inputs + " lie in a plane; choose one of two coordinates)");
        }
        if (!(targetNoise >= 0 && Double.isFinite(targetNoise))) {
            throw new IllegalArgumentException("Invalid target-noise: " + targetNoise + " (expected at least 0)");
        }
        if (datasetSize < 0) {
            throw new IllegalArgumentException("Invalid dataset-size: " + datasetSize + " (expected at least 0)");
        }
    }

    /** A problem on fresh samples, on the axes, with the labels that the target has. */
    public Task(
            TargetFunction target,
            InputLaw inputs,
            long d,
            double labelNoise,
            Covariance covariance,
            double anisotropy) {
        this(
                target,
                inputs,
                USUAL_SIGMA,
                d,
                labelNoise,
                covariance,
                anisotropy,
                Basis.AXES,
                Basis.AXES,
                0,
                target.hasTwoClasses() ? Labels.PLUS_MINUS : Labels.REAL,
                0);
    }

    /** The same with isotropic inputs. */
    public Task(TargetFunction target, InputLaw inputs, long d, double labelNoise) {
        this(target, inputs, d, labelNoise, new Covariance.Isotropic(), 0);
    }

    /** d as the length of a row, for what holds inputs in memory: no row is longer than an array. */
    public int rowLength() {
        return Math.toIntExact(d);
    }

    /** S, of which {@code x = S g} with g of the law of the inputs at identity covariance, or {@code sigma S} of clusters. */
    public SquareRoot covarianceRoot() {
        SquareRoot root = covariance.squareRoot(rowLength(), target.coordinates(), anisotropy);
        return inputs instanceof InputLaw.Clusters ? root.times(sigma) : root;
    }

    /** The same root as few numbers; empty if it takes as many as there are coordinates. */
    Optional<Levels> covarianceLevels() {
        Optional<Levels> levels = anisotropy == 0
                ? new Covariance.Isotropic().levels(d, target.coordinates(), 0)
                : covariance.levels(d, target.coordinates(), anisotropy);
        return inputs instanceof InputLaw.Clusters ? levels.map(root -> root.times(sigma)) : levels;
    }

    /** Whether the eigenvectors of the covariance are turned; those of the identity may be, and nothing follows. */
    boolean turnsCovariance() {
        return covarianceBasis == Basis.ROTATED && anisotropy > 0;
    }

    /** What makes inputs of what the law draws, for the run of a key. */
    public Coloring coloring(StreamKey key) {
        return Coloring.of(this, key);
    }

    /** How far an input is from the boundary between the classes, and on which side; empty where the inputs or the target do not tell. */
    public Optional<Score> score() {
        return inputs.reachesBoundary() ? target.score() : Optional.empty();
    }

    /** Whether the four blocks of neurons have a meaning: the label is XOR. */
    public boolean hasBlocks() {
        return target.hasBlocks();
    }
}
