package dev.polylog.sweep.analysis.survival;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;

/**
 * Successes among independent trials.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 0
 */
public record Proportion(int successes, int trials) {
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "Invalid proportion: " + successes + " of " + trials + " (expected 0 <= successes <= trials)");
        }
    }

    /** Successes over trials; NaN without trials. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * The score interval (Wilson, <i>Probable inference, the law of succession, and statistical inference</i>, 1927), without
     * continuity correction. It stays within [0, 1] and is not degenerate at 0 or all successes. Without trials, 0 to 1.
     */
    public Interval wilson(double confidence) {
        Confidence.check(confidence);
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double z = Normal.twoSided(confidence);
        double z2 = z * z;
        double p = value();
        double centre = p + z2 / (2 * trials);
        double half = z * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials));
        double scale = 1 + z2 / trials;
        double lower = successes == 0 ? 0 : (centre - half) / scale;
        double upper = successes == trials ? 1 : (centre + half) / scale;
        return new Interval(lower, upper);
    }
}
