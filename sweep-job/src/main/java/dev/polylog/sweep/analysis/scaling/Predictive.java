package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Normal;

/**
 * The law of log n* of a run that was not seen: normal around a location that is itself known up to an error.
 *
 * @param location NaN where the law is not positive
 * @param error standard error of the location
 * @param sigma standard deviation of runs around it
 */
record Predictive(double location, double error, double sigma) {
    private static final int NODES = 400;
    private static final double REACH = 8;

    /**
     * The log-probability of what was seen of several runs, together: they share the location, so its error is integrated over
     * once, by the trapezoidal rule. Minus infinity where the law is not positive.
     */
    double logScore(double[] lower, double[] upper) {
        if (Double.isNaN(location) || Double.isNaN(error)) {
            return Double.NEGATIVE_INFINITY;
        }
        Observation observation = new Observation();
        double logSigma = StrictMath.log(sigma);
        double[] logs = new double[NODES + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= NODES; i++) {
            double z = REACH * (2.0 * i / NODES - 1);
            double log = -0.5 * z * z;
            for (int run = 0; run < lower.length; run++) {
                if (lower[run] > Double.NEGATIVE_INFINITY || upper[run] < Double.POSITIVE_INFINITY) {
                    observation.set(lower[run], upper[run], location + error * z, sigma, logSigma);
                    log += observation.value;
                }
            }
            logs[i] = log;
            most = Math.max(most, log);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - most);
        }
        return most + StrictMath.log(sum * 2 * REACH / NODES) - Normal.LOG_ROOT_TWO_PI;
    }
}
