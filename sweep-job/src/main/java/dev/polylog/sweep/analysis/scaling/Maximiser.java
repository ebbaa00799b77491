package dev.polylog.sweep.analysis.scaling;

import java.util.stream.IntStream;

/**
 * Newton's method with exact second derivatives, damped after Levenberg and Marquardt where these are not negative definite or a
 * step does not climb. Steps into the region where the model is not defined count as such.
 */
final class Maximiser {
    private static final int MOST_STEPS = 200;
    private static final double DONE = 1e-11;
    private static final double LEAST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e12;

    private final LogLikelihood function;
    private final int[] free;
    private final double[] gradient;
    private final double[][] factor;
    private final double[] step;

    private Maximiser(LogLikelihood function, int[] free) {
        this.function = function;
        this.free = free;
        this.gradient = new double[function.size()];
        this.factor = new double[free.length][free.length];
        this.step = new double[free.length];
    }

    static Optimum maximise(LogLikelihood function, double[] start) {
        return new Maximiser(function, allBut(function.size(), -1)).climb(start);
    }

    /** Over all parameters but one, which keeps its value. */
    static Optimum maximise(LogLikelihood function, double[] start, int held) {
        return new Maximiser(function, allBut(function.size(), held)).climb(start);
    }

    private static int[] allBut(int size, int held) {
        return IntStream.range(0, size).filter(i -> i != held).toArray();
    }

    private Optimum climb(double[] start) {
        int size = function.size();
        double[] point = start.clone();
        double[][] information = new double[size][size];
        double value = function.evaluate(point, gradient, information);
        double[] candidate = point.clone();
        double[] pointGradient = gradient.clone();
        double[][] candidateInformation = new double[size][size];
        double damping = 0;
        boolean converged = false;
        for (int i = 0; i < MOST_STEPS && value > Double.NEGATIVE_INFINITY && damping < MOST_DAMPING; i++) {
            double decrement = solve(pointGradient, information, damping);
            if (Double.isNaN(decrement)) {
                damping = Math.max(LEAST_DAMPING, damping * 10);
                continue;
            }
            if (decrement < DONE) {
                converged = damping == 0 || !Double.isNaN(solve(pointGradient, information, 0));
                break;
            }
            for (int k = 0; k < free.length; k++) {
                candidate[free[k]] = point[free[k]] + step[k];
            }
            double next = function.evaluate(candidate, gradient, candidateInformation);
            if (next >= value + 1e-4 * decrement) {
                damping = damping <= LEAST_DAMPING ? 0 : damping / 10;
                value = next;
                System.arraycopy(candidate, 0, point, 0, size);
                System.arraycopy(gradient, 0, pointGradient, 0, size);
                double[][] swap = information;
                information = candidateInformation;
                candidateInformation = swap;
            } else if (decrement < 1e-7 && Math.abs(next - value) <= 1e-12 * Math.abs(value)) {
                converged = true;
                break;
            } else {
                damping = Math.max(LEAST_DAMPING, damping * 10);
            }
        }
        return new Optimum(point, value, information, converged);
    }

    /** Puts the damped Newton step in place; returns the square of the Newton decrement, gradient times step, or NaN without a step. */
    private double solve(double[] pointGradient, double[][] information, double damping) {
        for (int i = 0; i < free.length; i++) {
            step[i] = pointGradient[free[i]];
            for (int j = 0; j <= i; j++) {
                factor[i][j] = information[free[i]][free[j]];
            }
            factor[i][i] += damping * (Math.abs(factor[i][i]) + 1e-12);
        }
        if (!Cholesky.factor(factor, free.length)) {
            return Double.NaN;
        }
        Cholesky.solve(factor, step, free.length);
        double decrement = 0;
        for (int i = 0; i < free.length; i++) {
            decrement += step[i] * pointGradient[free[i]];
        }
        return decrement;
    }
}
