package dev.polylog.sweep.analysis.scaling;

import java.util.Arrays;

/**
 * The log-likelihood of a sample: log n* = eta(x; theta) + sigma(x) times a standard normal, each run seen through its interval.
 * Parameters are theta, then log sigma at the mean of log x, then, under {@link Spread#TREND}, its slope in log x.
 */
final class LogLikelihood {
    /** Log sigma beyond these is no model of n* any more: the intervals between checkpoints would have told nothing. */
    private static final double LEAST_LOG_SIGMA = StrictMath.log(1e-4);

    private static final double MOST_LOG_SIGMA = StrictMath.log(100);

    private final Sample sample;
    private final Design design;
    private final double[] centredLog;
    private final int coefficients;
    private final int size;
    private final Observation observation = new Observation();
    private final double[] slope;

    LogLikelihood(Sample sample, Design design, Spread spread) {
        this.sample = sample;
        this.design = design;
        this.coefficients = design.coefficients();
        this.size = coefficients + (spread == Spread.TREND ? 2 : 1);
        this.centredLog = centredLogs(sample.x);
        this.slope = new double[coefficients];
    }

    static double meanLog(double[] x) {
        return Arrays.stream(x).map(StrictMath::log).sum() / x.length;
    }

    private static double[] centredLogs(double[] x) {
        double mean = meanLog(x);
        return Arrays.stream(x).map(value -> StrictMath.log(value) - mean).toArray();
    }

    int size() {
        return size;
    }

    int coefficients() {
        return coefficients;
    }

    double logSigma(int cell, double[] parameters) {
        return parameters[coefficients]
                + (size > coefficients + 1 ? parameters[coefficients + 1] * centredLog[cell] : 0);
    }

    /**
     * Value, gradient and negative second derivatives (lower triangle) at a point.
     *
     * @return minus infinity, without derivatives, where the model is not defined
     */
    double evaluate(double[] parameters, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        double total = 0;
        for (int cell = 0; cell < sample.cells(); cell++) {
            double location = design.location(cell, parameters, slope);
            double logSigma = logSigma(cell, parameters);
            if (Double.isNaN(location) || !(logSigma >= LEAST_LOG_SIGMA && logSigma <= MOST_LOG_SIGMA)) {
                return Double.NEGATIVE_INFINITY;
            }
            total += add(cell, location, logSigma, gradient, information);
        }
        return Double.isNaN(total) ? Double.NEGATIVE_INFINITY : total;
    }

    private double add(int cell, double location, double logSigma, double[] gradient, double[][] information) {
        double sigma = StrictMath.exp(logSigma);
        double value = 0;
        double eta = 0;
        double spread = 0;
        double etaEta = 0;
        double etaSpread = 0;
        double spreadSpread = 0;
        double[] lower = sample.lower[cell];
        double[] upper = sample.upper[cell];
        for (int run = 0; run < lower.length; run++) {
            if (lower[run] == Double.NEGATIVE_INFINITY && upper[run] == Double.POSITIVE_INFINITY) {
                continue;
            }
            observation.set(lower[run], upper[run], location, sigma, logSigma);
            value += observation.value;
            eta += observation.eta;
            spread += observation.spread;
            etaEta += observation.etaEta;
            etaSpread += observation.etaSpread;
            spreadSpread += observation.spreadSpread;
        }
        double curvature = etaEta + design.curvature(cell) * eta;
        for (int i = 0; i < coefficients; i++) {
            gradient[i] += eta * slope[i];
            for (int j = 0; j <= i; j++) {
                information[i][j] -= curvature * slope[i] * slope[j];
            }
        }
        for (int i = coefficients; i < size; i++) {
            double covariate = i == coefficients ? 1 : centredLog[cell];
            gradient[i] += spread * covariate;
            for (int j = 0; j < coefficients; j++) {
                information[i][j] -= etaSpread * covariate * slope[j];
            }
            for (int j = coefficients; j <= i; j++) {
                information[i][j] -= spreadSpread * covariate * (j == coefficients ? 1 : centredLog[cell]);
            }
        }
        return value;
    }

    /**
     * Moves a point whose sums are not positive to where they are, with one parameter held.
     *
     * @param inside a point of the domain, for the scale of the sums
     * @return whether that can be done
     */
    boolean makeAdmissible(double[] point, double[] inside, int held) {
        double[] guess = new double[sample.cells()];
        for (int cell = 0; cell < guess.length; cell++) {
            guess[cell] = design.location(cell, inside, slope);
        }
        return design.makeAdmissible(point, guess, held);
    }

    /** Guesses each run at the middle of its interval, or at the end that it has. */
    double[] start() {
        double[] guess = new double[sample.cells()];
        double square = 0;
        int runs = 0;
        for (int cell = 0; cell < guess.length; cell++) {
            int count = sample.lower[cell].length;
            for (int run = 0; run < count; run++) {
                guess[cell] += middle(cell, run) / count;
            }
            for (int run = 0; run < count; run++) {
                double off = middle(cell, run) - guess[cell];
                square += off * off;
                runs++;
            }
        }
        double[] theta = design.start(guess);
        design.makeAdmissible(theta, guess, -1);
        double[] start = Arrays.copyOf(theta, size);
        double misfit = 0;
        for (int cell = 0; cell < guess.length; cell++) {
            double off = guess[cell] - design.location(cell, theta, slope);
            misfit += off * off / guess.length;
        }
        start[coefficients] = 0.5 * StrictMath.log(Math.min(100, Math.max(1e-4, square / runs + misfit)));
        return start;
    }

    private double middle(int cell, int run) {
        double low = sample.lower[cell][run];
        double high = sample.upper[cell][run];
        if (low == Double.NEGATIVE_INFINITY) {
            return high == Double.POSITIVE_INFINITY ? 0 : high;
        }
        return high == Double.POSITIVE_INFINITY ? low : 0.5 * (low + high);
    }
}
