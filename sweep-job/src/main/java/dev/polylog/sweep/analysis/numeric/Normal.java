package dev.polylog.sweep.analysis.numeric;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The standard normal distribution: density phi, distribution function Phi, and the Mills ratio R(z) = (1 - Phi(z)) / phi(z),
 * in terms of which tails neither underflow nor cancel.
 */
public final class Normal {
    /** log sqrt(2 pi). */
    public static final double LOG_ROOT_TWO_PI = 0.9189385332046727;

    /**
     * R(z) (1 + z) as a Chebyshev series in (z - 4) / (z + 4). The script {@code docs/constants/mills_ratio.py} computes it with
     * 120 decimals from the power series of R below z = 9 and its continued fraction above; what is left out is below 3e-18.
     */
    private static final double[] MILLS = {
        1.1670525350882472,
        -0.1610195767134654,
        -0.028002821825452974,
        0.03167452189239266,
        -0.012103231162345369,
        0.0027056129762167095,
        -0.00029931636202703166,
        -1.716686526879361e-05,
        1.0178489264109868e-05,
        -4.894829570004192e-07,
        -2.844006500151048e-07,
        3.0766283713811506e-08,
        9.180378674469537e-09,
        -1.2756102213808737e-09,
        -3.660279376104134e-10,
        4.5926359348595205e-11,
        1.7189314687646526e-11,
        -1.2726833698700693e-12,
        -8.668081913316188e-13,
        1.1061557204136741e-15,
        4.2750210770103334e-14,
        3.790937692263904e-15,
        -1.8474103010592332e-15,
        -4.0419094130708177e-16,
        5.340854385017358e-17,
        2.941479937590055e-17
    };

    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Normal() {}

    /** (1 - Phi(z)) / phi(z) for z at or above 0; a few units in the last place. */
    public static double mills(double z) {
        double t = (z - 4) / (z + 4);
        double twice = 2 * t;
        double last = 0;
        double before = 0;
        for (int k = MILLS.length - 1; k > 0; k--) {
            double next = twice * last - before + MILLS[k];
            before = last;
            last = next;
        }
        return (t * last - before + MILLS[0]) / (1 + z);
    }

    public static double density(double z) {
        return StrictMath.exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
    }

    /** Phi(z). */
    public static double below(double z) {
        return above(-z);
    }

    /** 1 - Phi(z). */
    public static double above(double z) {
        if (Double.isInfinite(z)) {
            return z > 0 ? 0 : 1;
        }
        return z >= 0 ? density(z) * mills(z) : 1 - density(z) * mills(-z);
    }

    /** The z with Phi(z) = p, for p in (0, 1). */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** The z that a two-sided interval of that confidence extends to, 1.96 for 0.95. */
    public static double twoSided(double confidence) {
        return quantile(0.5 + confidence / 2);
    }
}
