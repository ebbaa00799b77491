package dev.polylog.trainer.task;

/**
 * A learning problem.
 *
 * @param target the hidden function
 * @param inputs the law of x
 * @param d dimension of x
 * @param labelNoise probability that a training label is flipped; test labels are clean
 * @param covariance shape of the covariance of x
 * @param anisotropy its strength; 0 is the identity
 */
public record Task(
        TargetFunction target, InputLaw inputs, int d, double labelNoise, Covariance covariance, double anisotropy) {
    public Task {
        if (d < target.coordinates()) {
            throw new IllegalArgumentException(
                    "Invalid d: " + d + " (" + target + " needs at least " + target.coordinates() + ")");
        }
        if (!(labelNoise >= 0 && labelNoise <= 1)) {
            throw new IllegalArgumentException("Invalid label-noise: " + labelNoise + " (expected 0 to 1)");
        }
        if (!(anisotropy >= 0 && Double.isFinite(anisotropy))) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy + " (expected at least 0)");
        }
        if (anisotropy > 0 && !(inputs instanceof InputLaw.Gaussian)) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy + " (expected 0 with " + inputs
                    + " inputs; only gaussian inputs have a covariance to choose)");
        }
        if (anisotropy > 0 && covariance instanceof Covariance.Isotropic) {
            throw new IllegalArgumentException("Invalid anisotropy: " + anisotropy
                    + " (expected 0 with isotropic covariance; choose another covariance to give it a strength)");
        }
    }

    /** A problem with isotropic inputs. */
    public Task(TargetFunction target, InputLaw inputs, int d, double labelNoise) {
        this(target, inputs, d, labelNoise, new Covariance.Isotropic(), 0);
    }

    /** S, of which {@code x = S g} with g of the law of the inputs at identity covariance. */
    public SquareRoot covarianceRoot() {
        return covariance.squareRoot(d, target.coordinates(), anisotropy);
    }
}
