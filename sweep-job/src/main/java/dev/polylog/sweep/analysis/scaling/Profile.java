package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;

/**
 * Profile-likelihood intervals: all values of a parameter at which twice the loss of log-likelihood, the other parameters
 * refitted, is at most a limit (Venzon and Moolgavkar, <i>A method for computing profile-likelihood-based confidence
 * intervals</i>, 1988). The square root of twice the loss is nearly linear in the value, so secants find the ends.
 */
final class Profile {
    private static final int MOST_STEPS = 60;
    private static final int MOST_MOVES = 12;
    private static final double CLOSE = 1e-6;

    /** Where the likelihood is that flat, the interval has no end. */
    private static final double FARTHEST = 1e5;

    private final LogLikelihood function;
    private final Optimum best;
    private final int parameter;
    private final double reach;
    private final double error;

    private Profile(LogLikelihood function, Optimum best, int parameter, double reach, double error) {
        this.function = function;
        this.best = best;
        this.parameter = parameter;
        this.reach = reach;
        this.error = error;
    }

    /**
     * The interval of one parameter.
     *
     * @param limit of twice the loss; infinite gives the whole line
     * @param error standard error, as a first guess of the scale
     */
    static Interval interval(LogLikelihood function, Optimum best, int parameter, double limit, double error) {
        if (!best.converged || !(error > 0) || limit == Double.POSITIVE_INFINITY) {
            return Interval.UNBOUNDED;
        }
        Profile profile = new Profile(function, best, parameter, Math.sqrt(limit), error);
        return new Interval(profile.end(-1), profile.end(1));
    }

    private double end(int side) {
        double centre = best.parameters[parameter];
        Optimum near = best;
        double inside = 0;
        double insideLoss = 0;
        double outside = Double.POSITIVE_INFINITY;
        double outsideLoss = Double.NaN;
        double distance = reach * error;
        for (int i = 0; i < MOST_STEPS; i++) {
            Optimum there = follow(near, centre + side * distance);
            double loss = Math.sqrt(Math.max(0, 2 * (best.value - there.value)));
            if (Math.abs(loss - reach) <= CLOSE * reach) {
                return centre + side * distance;
            }
            if (loss < reach) {
                inside = distance;
                insideLoss = loss;
                near = there;
            } else {
                outside = distance;
                outsideLoss = loss;
            }
            boolean isEdge = outside < Double.POSITIVE_INFINITY && outsideLoss == Double.POSITIVE_INFINITY;
            if (isEdge && outside - inside <= CLOSE * outside) {
                return centre + side * outside;
            }
            if (inside > FARTHEST * error * reach) {
                return side * Double.POSITIVE_INFINITY;
            }
            distance = next(inside, insideLoss, outside, outsideLoss, distance);
        }
        return outside < Double.POSITIVE_INFINITY ? centre + side * outside : side * Double.POSITIVE_INFINITY;
    }

    /** By secant, kept well inside the bracket once there is one, and from more than doubling too fast before. */
    private double next(double inside, double insideLoss, double outside, double outsideLoss, double last) {
        if (outside == Double.POSITIVE_INFINITY) {
            double guess = insideLoss > 0 ? inside * reach / insideLoss : inside * 4;
            return Math.min(Math.max(guess * 1.0001, inside * 1.02), inside * 4);
        }
        double width = outside - inside;
        if (!(outsideLoss < Double.POSITIVE_INFINITY)) {
            return inside + width / 2;
        }
        double guess = inside + width * (reach - insideLoss) / (outsideLoss - insideLoss);
        double kept = Math.min(Math.max(guess, inside + 1e-3 * width), outside - 1e-3 * width);
        return kept == last ? inside + width / 2 : kept;
    }

    /**
     * Refits with the parameter held at a value, from where the other parameters are headed. If that is outside of the domain, they
     * start from its inside; a value that has no inside either, or that takes more moves than are allowed, is outside itself.
     */
    private Optimum follow(Optimum from, double value) {
        Optimum near = from;
        double share = 1;
        for (int i = 0; i < MOST_MOVES; i++) {
            double[] start = moved(near, value, share);
            Optimum there = Maximiser.maximise(function, start, parameter);
            if (there.value == Double.NEGATIVE_INFINITY && function.makeAdmissible(start, near.parameters, parameter)) {
                there = Maximiser.maximise(function, start, parameter);
            }
            if (there.value == Double.NEGATIVE_INFINITY) {
                share /= 2;
            } else if (share == 1) {
                return there;
            } else {
                near = there;
                share = 1;
            }
        }
        return new Optimum(moved(near, value, 1), Double.NEGATIVE_INFINITY, from.information, false);
    }

    /** The start of a refit that is a share of the way to a value, along the direction in which the optimum moves. */
    private double[] moved(Optimum from, double value, double share) {
        double[] start = from.parameters.clone();
        double move = value - start[parameter];
        double[] drift = drift(from);
        for (int i = 0; i < start.length; i++) {
            start[i] += share * move * drift[i];
        }
        start[parameter] = share == 1 ? value : from.parameters[parameter] + share * move;
        return start;
    }

    /** The derivative of the other parameters in the one held, -A^{-1} b in blocks of the information. */
    private double[] drift(Optimum from) {
        int size = from.parameters.length;
        int others = size - 1;
        double[][] block = new double[others][others];
        double[] column = new double[others];
        for (int i = 0; i < others; i++) {
            int row = i < parameter ? i : i + 1;
            column[i] = -from.information[Math.max(row, parameter)][Math.min(row, parameter)];
            for (int j = 0; j <= i; j++) {
                block[i][j] = from.information[row][j < parameter ? j : j + 1];
            }
        }
        double[] drift = new double[size];
        if (Cholesky.factor(block, others)) {
            Cholesky.solve(block, column, others);
            for (int i = 0; i < others; i++) {
                drift[i < parameter ? i : i + 1] = column[i];
            }
        }
        return drift;
    }
}
