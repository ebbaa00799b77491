package dev.polylog.sweep.analysis.scaling;

import static dev.polylog.sweep.analysis.numeric.Normal.LOG_ROOT_TWO_PI;

import dev.polylog.sweep.analysis.numeric.Normal;

/**
 * The log-likelihood of one observation, l = log(Phi(b) - Phi(a)) with a = (lower - eta) / sigma and b = (upper - eta) / sigma,
 * and its first and second derivatives in eta and s = log sigma. With A = phi(a) / P, B = phi(b) / P and P = Phi(b) - Phi(a):
 *
 * <pre>
 *   l_eta = (A - B) / sigma              l_s = a A - b B
 *   l_eta,eta = (l_s - (A - B)^2) / sigma^2
 *   l_eta,s = (a^2 A - b^2 B - (A - B)(1 + l_s)) / sigma
 *   l_s,s = a^3 A - b^3 B - l_s (1 + l_s)
 * </pre>
 *
 * <p>P is written as phi at the end that is nearer to 0 times a difference of Mills ratios, so that neither tail underflows. An
 * observation with equal ends counts with its density.
 */
final class Observation {
    /** Of an interval this narrow in units of sigma, the density in its middle is as good as the difference. */
    private static final double NARROW = 1e-5;

    double value;
    double eta;
    double spread;
    double etaEta;
    double etaSpread;
    double spreadSpread;

    /**
     * Evaluates an observation.
     *
     * @param lower end of the interval, may be minus infinity
     * @param upper end of the interval, may be infinity
     */
    void set(double lower, double upper, double location, double sigma, double logSigma) {
        double a = (lower - location) / sigma;
        double b = (upper - location) / sigma;
        if (b - a < NARROW) {
            setDensity(0.5 * (a + b), lower == upper ? 0 : StrictMath.log(upper - lower), sigma, logSigma);
        } else if (a >= 0) {
            setTail(a, b, 1, sigma);
        } else if (b <= 0) {
            setTail(-b, -a, -1, sigma);
        } else {
            double below = a == Double.NEGATIVE_INFINITY ? 0 : Normal.density(a);
            double above = b == Double.POSITIVE_INFINITY ? 0 : Normal.density(b);
            double missing = (below == 0 ? 0 : below * Normal.mills(-a)) + (above == 0 ? 0 : above * Normal.mills(b));
            value = StrictMath.log1p(-missing);
            derive(a, b, below / (1 - missing), above / (1 - missing), sigma);
        }
    }

    private void setDensity(double z, double logWidth, double sigma, double logSigma) {
        value = logWidth - logSigma - 0.5 * z * z - LOG_ROOT_TWO_PI;
        eta = z / sigma;
        spread = z * z - 1;
        etaEta = -1 / (sigma * sigma);
        etaSpread = -2 * z / sigma;
        spreadSpread = -2 * z * z;
    }

    /** Both ends on one side of 0, mirrored by {@code side} to the positive one. */
    private void setTail(double near, double far, int side, double sigma) {
        double decay = far == Double.POSITIVE_INFINITY ? 0 : StrictMath.exp(-0.5 * (far - near) * (far + near));
        double ratio = Normal.mills(near) - (decay == 0 ? 0 : Normal.mills(far) * decay);
        value = StrictMath.log(ratio) - 0.5 * near * near - LOG_ROOT_TWO_PI;
        if (side > 0) {
            derive(near, far, 1 / ratio, decay / ratio, sigma);
        } else {
            derive(-far, -near, decay / ratio, 1 / ratio, sigma);
        }
    }

    private void derive(double a, double b, double atA, double atB, double sigma) {
        double aA = atA == 0 ? 0 : a * atA;
        double bB = atB == 0 ? 0 : b * atB;
        double a2A = atA == 0 ? 0 : a * aA;
        double b2B = atB == 0 ? 0 : b * bB;
        double a3A = atA == 0 ? 0 : a * a2A;
        double b3B = atB == 0 ? 0 : b * b2B;
        double difference = atA - atB;
        spread = aA - bB;
        eta = difference / sigma;
        etaEta = (spread - difference * difference) / (sigma * sigma);
        etaSpread = (a2A - b2B - difference * (1 + spread)) / sigma;
        spreadSpread = a3A - b3B - spread * (1 + spread);
    }
}
