package dev.polylog.trainer.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The covariance of Gaussian inputs: a shape, to which a strength {@code s >= 0} gives its size. The trace is d, and
 * {@code s = 0} is the identity, for every shape.
 */
public sealed interface Covariance
        permits Covariance.Isotropic,
                Covariance.PowerLaw,
                Covariance.TwoLevel,
                Covariance.Spiked,
                Covariance.Equicorrelated {

    /** All shapes, in the order of the documentation; the registry of sweep files. */
    static List<Covariance> all() {
        return List.of(new Isotropic(), new PowerLaw(), new TwoLevel(), new Spiked(), new Equicorrelated());
    }

    /**
     * The symmetric square root in dimension d.
     *
     * @param labelCoordinates number of leading coordinates that the label depends on
     * @param strength s, at least 0
     */
    SquareRoot squareRoot(int d, int labelCoordinates, double strength);

    /** The same root as few numbers; empty if it takes as many as there are coordinates. */
    Optional<Levels> levels(long d, int labelCoordinates, double strength);

    /** The identity, which has no strength. */
    record Isotropic() implements Covariance {
        @Override
        public SquareRoot squareRoot(int d, int labelCoordinates, double strength) {
            return SquareRoot.identity(d);
        }

        @Override
        public Optional<Levels> levels(long d, int labelCoordinates, double strength) {
            return Optional.of(new Levels(List.of(new Level(d, 1)), 0));
        }

        @Override
        public String toString() {
            return "isotropic";
        }
    }

    /** Coordinate i, from 1, has variance proportional to {@code i^-s}: the label sits on the largest. */
    record PowerLaw() implements Covariance {
        @Override
        public SquareRoot squareRoot(int d, int labelCoordinates, double strength) {
            double[] variances = new double[d];
            for (int i = 0; i < d; i++) {
                variances[i] = StrictMath.pow(i + 1.0, -strength);
            }
            return SquareRoot.diagonal(variances);
        }

        @Override
        public Optional<Levels> levels(long d, int labelCoordinates, double strength) {
            return strength == 0 ? new Isotropic().levels(d, labelCoordinates, strength) : Optional.empty();
        }

        @Override
        public String toString() {
            return "power-law";
        }
    }

    /** The last half of the coordinates, rounded down, has {@code 1 + s} times the variance of the others. */
    record TwoLevel() implements Covariance {
        @Override
        public SquareRoot squareRoot(int d, int labelCoordinates, double strength) {
            double[] variances = new double[d];
            int low = (d + 1) / 2;
            Arrays.fill(variances, 0, low, 1 / (1 + strength));
            Arrays.fill(variances, low, d, 1);
            return SquareRoot.diagonal(variances);
        }

        @Override
        public Optional<Levels> levels(long d, int labelCoordinates, double strength) {
            long high = d / 2;
            return Optional.of(Levels.ofVariances(new Level(d - high, 1 / (1 + strength)), new Level(high, 1)));
        }

        @Override
        public String toString() {
            return "two-level";
        }
    }

    /** The coordinates of the label have {@code 1 + s} times the variance of the others. */
    record Spiked() implements Covariance {
        @Override
        public SquareRoot squareRoot(int d, int labelCoordinates, double strength) {
            double[] variances = new double[d];
            Arrays.fill(variances, 0, labelCoordinates, 1);
            Arrays.fill(variances, labelCoordinates, d, 1 / (1 + strength));
            return SquareRoot.diagonal(variances);
        }

        @Override
        public Optional<Levels> levels(long d, int labelCoordinates, double strength) {
            return Optional.of(Levels.ofVariances(
                    new Level(labelCoordinates, 1), new Level(d - labelCoordinates, 1 / (1 + strength))));
        }

        @Override
        public String toString() {
            return "spiked";
        }
    }

    /**
     * Variance 1 and correlation {@code rho = s / (1 + s)} between any two coordinates.
     *
     * <p>{@code (1 - rho) I + rho 1 1'} has the eigenvalue {@code 1 - rho + rho d} on the all-ones vector and
     * {@code 1 - rho} on its complement, so its root is {@code alpha I + c 1 1'} with {@code alpha = sqrt(1 - rho)} and
     * {@code c = (sqrt(1 - rho + rho d) - alpha) / d}.
     */
    record Equicorrelated() implements Covariance {
        @Override
        public SquareRoot squareRoot(int d, int labelCoordinates, double strength) {
            double alpha = Math.sqrt(1 / (1 + strength));
            double rho = 1 - 1 / (1 + strength);
            return SquareRoot.shifted(d, alpha, (Math.sqrt(alpha * alpha + rho * d) - alpha) / d);
        }

        @Override
        public Optional<Levels> levels(long d, int labelCoordinates, double strength) {
            double alpha = Math.sqrt(1 / (1 + strength));
            double rho = 1 - 1 / (1 + strength);
            double shift = (Math.sqrt(alpha * alpha + rho * d) - alpha) / d;
            return Optional.of(new Levels(List.of(new Level(d, alpha)), shift));
        }

        @Override
        public String toString() {
            return "equicorrelated";
        }
    }
}
