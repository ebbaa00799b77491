package dev.polylog.sweep.analysis.survival;

import java.util.OptionalDouble;

/**
 * What counts as learned: {@code confirm} consecutive checkpoints at or below {@code value}.
 *
 * @param value of the observable, as a rule the test error
 * @param confirm consecutive checkpoints, at least 1
 */
public record Threshold(double value, int confirm) {
    public Threshold {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("Invalid threshold: NaN (expected a number)");
        }
        if (confirm < 1) {
            throw new IllegalArgumentException("Invalid confirm: " + confirm + " (expected at least 1)");
        }
    }

    /** The crossing of one run. */
    public Crossing crossing(long[] samples, double[] values) {
        boolean[] met = new boolean[values.length];
        for (int i = 0; i < met.length; i++) {
            met[i] = values[i] <= value;
        }
        return Crossing.first(samples, met, confirm);
    }

    /**
     * Refuses thresholds that a run with this stop rule cannot show. Such a run ends because it is good: it would count as
     * censored, censoring would depend on what is estimated, and every estimate would be wrong.
     *
     * @param stopAt value of the same observable at which the sweep stops its runs, if any
     * @param stopConfirm consecutive checkpoints that the sweep asks for
     * @throws IllegalArgumentException if the threshold is below {@code stopAt} or asks for more checkpoints
     */
    public void checkAgainst(OptionalDouble stopAt, int stopConfirm) {
        if (stopAt.isEmpty()) {
            return;
        }
        if (value < stopAt.getAsDouble()) {
            throw new IllegalArgumentException("Cannot estimate when runs reach " + value + ", they were stopped at "
                    + stopAt.getAsDouble()
                    + ": a run that stops because it is good would count as one that never got there"
                    + " (expected a threshold of at least " + stopAt.getAsDouble()
                    + "; or train with a lower stop target)");
        }
        if (confirm > stopConfirm) {
            throw new IllegalArgumentException("Cannot ask for " + confirm
                    + " consecutive checkpoints, runs were stopped" + " after " + stopConfirm + " (expected at most "
                    + stopConfirm + "; or train with a higher stop-confirm)");
        }
    }
}
