package dev.polylog.sweep.analysis.survival;

/**
 * When a run first met a threshold for good: after more than {@code lower} and at most {@code upper} samples. Checkpoints see
 * no more than that. An upper end of infinity is a run that never did (right-censored); a lower end of 0 one that had when it
 * was first looked at.
 *
 * @param lower samples at the last checkpoint known to be earlier, at least 0
 * @param upper samples at the first checkpoint known to be no earlier, above 0; infinity if there is none
 * @param spent samples that the run took to tell: {@code upper} if that is finite, all that it saw if not
 */
public record Crossing(double lower, double upper, double spent) {
    public Crossing {
        if (!(lower >= 0 && lower <= upper && upper > 0) || lower == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Invalid crossing: after " + lower + " and by " + upper
                    + " samples (expected 0 <= lower <= upper, lower finite, upper above 0)");
        }
        if (!(spent >= 0) || spent == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Invalid samples spent: " + spent + " (expected a finite number, at least 0)");
        }
    }

    /** Between two checkpoints; with equal ends, exactly there. */
    public static Crossing between(double lower, double upper) {
        return new Crossing(lower, upper, upper);
    }

    /** Not by {@code samples}. */
    public static Crossing after(double samples) {
        return new Crossing(samples, Double.POSITIVE_INFINITY, samples);
    }

    /**
     * The first checkpoint from which on {@code confirm} consecutive ones meet the condition. Without one the run is censored:
     * at its last checkpoint, or, if it ends with checkpoints that meet the condition but are too few, at the one before these,
     * because the crossing may lie there. A run that meets it at step 0 did so before it saw a sample; the logarithm of 0 being
     * no number, it counts as by its next checkpoint, which is true as well.
     *
     * @param samples samples seen at each checkpoint, ascending, the first 0
     * @param met whether the checkpoint meets the condition; a value that is not a number does not
     * @param confirm consecutive checkpoints that count as met for good, at least 1
     */
    public static Crossing first(long[] samples, boolean[] met, int confirm) {
        check(samples, met.length, confirm);
        int streak = 0;
        for (int i = 0; i < samples.length; i++) {
            streak = met[i] ? streak + 1 : 0;
            if (streak == confirm) {
                return at(samples, i - confirm + 1);
            }
        }
        int last = samples.length - 1;
        double known = streak == samples.length ? 0 : samples[last - streak];
        return new Crossing(known, Double.POSITIVE_INFINITY, samples[last]);
    }

    private static Crossing at(long[] samples, int first) {
        if (first > 0) {
            return between((double) samples[first - 1], (double) samples[first]);
        }
        return between(0, samples.length > 1 ? (double) samples[1] : 1);
    }

    private static void check(long[] samples, int values, int confirm) {
        if (samples.length == 0 || samples.length != values) {
            throw new IllegalArgumentException(
                    "Invalid trajectory: " + samples.length + " sample counts and " + values
                            + " values (expected as many, at least one; a failed run has no trajectory and is counted, not crossed)");
        }
        if (confirm < 1) {
            throw new IllegalArgumentException("Invalid confirm: " + confirm + " (expected at least 1)");
        }
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] < 0 || (i > 0 && samples[i] <= samples[i - 1])) {
                throw new IllegalArgumentException("Invalid sample count at checkpoint " + i + ": " + samples[i]
                        + " (expected ascending, from 0; sort by step and keep one row a checkpoint)");
            }
        }
    }

    public boolean isReached() {
        return upper < Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return isReached() ? "(" + lower + ", " + upper + "]" : "> " + lower;
    }
}
