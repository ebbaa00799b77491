package dev.polylog.sweep.analysis.numeric;

import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Levels of confidence, and the quantiles that go with them. */
public final class Confidence {
    /** That of every interval unless another is asked for. */
    public static final double USUAL = 0.95;

    private Confidence() {}

    public static void check(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "Invalid confidence: " + confidence + " (expected between 0 and 1, such as 0.95)");
        }
    }

    /** The t that a two-sided interval extends to; infinite without degrees of freedom. */
    public static double studentT(double confidence, double degrees) {
        return degrees > 0
                ? new TDistribution(degrees).inverseCumulativeProbability(0.5 + confidence / 2)
                : Double.POSITIVE_INFINITY;
    }

    /** The probability that an F of these degrees of freedom exceeds {@code f}; NaN where there is no such distribution. */
    public static double fAbove(double f, double numerator, double denominator) {
        if (!(numerator > 0 && denominator > 0)) {
            return Double.NaN;
        }
        return f <= 0 ? 1 : 1 - new FDistribution(numerator, denominator).cumulativeProbability(f);
    }
}
