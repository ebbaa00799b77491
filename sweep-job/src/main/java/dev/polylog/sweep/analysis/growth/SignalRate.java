package dev.polylog.sweep.analysis.growth;

import java.util.List;

/**
 * The rate lambda at which the signal grows near f = 0, by the estimator of {@code docs/theory.md}: with s_j(k) the signed signal
 * of neuron j after k steps, along the direction that the sign of a_j gave it at the start,
 *
 * <pre>
 *   ((sum_j s_j(k) s_j(0) / sum_j s_j(0)^2)^(1 / k) - 1) / eta.
 * </pre>
 *
 * <p>Batch noise has mean zero in the product, so for k = 1 the estimate is unbiased; the growth of the norm is not. Neurons of a run
 * share their batches, so only runs are independent, and the interval is over runs.
 */
public final class SignalRate {
    private SignalRate() {}

    /**
     * The rate of one run.
     *
     * @param start its neurons at step 0
     * @param later the same neurons, in the same order, {@code steps} later
     * @return NaN where the signals have lost all correlation
     */
    public static double ofRun(List<Neuron> start, List<Neuron> later, long steps, double eta) {
        if (start.isEmpty() || start.size() != later.size()) {
            throw new IllegalArgumentException("Cannot measure a rate on " + start.size() + " and " + later.size()
                    + " neurons (expected as many in both snapshots)");
        }
        if (steps < 1 || !(eta > 0)) {
            throw new IllegalArgumentException("Cannot measure a rate over " + steps + " steps of size " + eta
                    + " (expected at least one step, of positive size)");
        }
        double product = 0;
        double square = 0;
        for (int j = 0; j < start.size(); j++) {
            double signal = start.get(j).signalOf(start.get(j));
            product += signal * start.get(j).signalOf(later.get(j));
            square += signal * signal;
        }
        double ratio = product / square;
        double perStep = steps == 1 ? ratio : StrictMath.pow(ratio, 1.0 / steps);
        return (perStep - 1) / eta;
    }

    /** Mean of the rates of independent runs; those that are NaN are left out. */
    public static Coefficient ofRuns(List<Double> rates, double confidence) {
        return Coefficient.ofMean(
                rates.stream().filter(rate -> !Double.isNaN(rate)).toList(), confidence);
    }
}
