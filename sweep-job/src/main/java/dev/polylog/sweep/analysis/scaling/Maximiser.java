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
        double[] here = start.clone();
        double[][] information = new double[size][size];
        double value = function.evaluate(here, gradient, information);
        double[] there = here.clone();
        double[] slope = gradient.clone();
        double[][] bend = new double[size][size];
        double damping = 0;
        boolean converged = false;
        for (int i = 0; i < MOST_STEPS && value > Double.NEGATIVE_INFINITY && damping < MOST_DAMPING; i++) {
            double promise = solve(slope, information, damping);
            if (Double.isNaN(promise)) {
                damping = Math.max(LEAST_DAMPING, damping * 10);
                continue;
            }
            if (promise < DONE) {
                converged = damping == 0 || !Double.isNaN(solve(slope, information, 0));
                break;
            }
            for (int k = 0; k < free.length; k++) {
                there[free[k]] = here[free[k]] + step[k];
            }
            double next = function.evaluate(there, gradient, bend);
            if (next >= value + 1e-4 * promise) {
                damping = damping <= LEAST_DAMPING ? 0 : damping / 10;
                value = next;
                System.arraycopy(there, 0, here, 0, size);
                System.arraycopy(gradient, 0, slope, 0, size);
                double[][] swap = information;
                information = bend;
                bend = swap;
            } else if (promise < 1e-7 && Math.abs(next - value) <= 1e-12 * Math.abs(value)) {
                converged = true;
                break;
            } else {
                damping = Math.max(LEAST_DAMPING, damping * 10);
            }
        }
        return new Optimum(here, value, information, converged);
    }

    /** Puts the damped Newton step in place; returns gradient times step, or NaN where no step can be had. */
    private double solve(double[] slope, double[][] information, double damping) {
        for (int i = 0; i < free.length; i++) {
            step[i] = slope[free[i]];
            for (int j = 0; j <= i; j++) {
                factor[i][j] = information[free[i]][free[j]];
            }
            factor[i][i] += damping * (Math.abs(factor[i][i]) + 1e-12);
        }
        if (!Cholesky.factor(factor, free.length)) {
            return Double.NaN;
        }
        Cholesky.solve(factor, step, free.length);
        double promise = 0;
        for (int i = 0; i < free.length; i++) {
            promise += step[i] * slope[free[i]];
        }
        return promise;
    }
}
