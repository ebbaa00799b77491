package dev.polylog.sweep.analysis.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Growth of a block's mass between two checkpoints, per step: log N(t + 1) - log N(t) as predicted and as measured.
 *
 * @param run whose points depend on each other
 * @param instrument what is predicted at the neighbouring checkpoints, whose noise is not that of {@code predicted}; NaN without
 */
public record GrowthPoint(int run, double predicted, double measured, double instrument) {
    /**
     * The points of one block of one run: measured is the difference of log mass over the steps between neighbouring checkpoints,
     * predicted the mean over both of log(1 + 2 eta g), the instrument its mean over the checkpoints before and after. Checkpoints at
     * which mass or growth is not finite or the mass not positive
     * are left out, so a caller who wants the heavy phase alone sets the mass to NaN elsewhere.
     *
     * @param steps of the checkpoints, ascending
     * @param mass N_B there
     * @param growth g_B there
     * @param eta step size
     */
    public static List<GrowthPoint> of(int run, long[] steps, double[] mass, double[] growth, double eta) {
        if (steps.length != mass.length || steps.length != growth.length) {
            throw new IllegalArgumentException("Invalid trajectory: " + steps.length + " steps, " + mass.length
                    + " masses, " + growth.length + " growths (expected as many of each)");
        }
        List<GrowthPoint> points = new ArrayList<>();
        for (int i = 1; i < steps.length; i++) {
            if (steps[i] <= steps[i - 1]) {
                throw new IllegalArgumentException("Invalid step at checkpoint " + i + ": " + steps[i]
                        + " (expected more than " + steps[i - 1] + "; sort by step)");
            }
            double measured =
                    (StrictMath.log(mass[i]) - StrictMath.log(mass[i - 1])) / (double) (steps[i] - steps[i - 1]);
            double predicted = (StrictMath.log1p(2 * eta * growth[i]) + StrictMath.log1p(2 * eta * growth[i - 1])) / 2;
            if (Double.isFinite(measured) && Double.isFinite(predicted)) {
                points.add(new GrowthPoint(run, predicted, measured, instrument(growth, i, eta)));
            }
        }
        return List.copyOf(points);
    }

    private static double instrument(double[] growth, int i, double eta) {
        return IntStream.of(i - 2, i + 1)
                .filter(k -> k >= 0 && k < growth.length)
                .mapToDouble(k -> StrictMath.log1p(2 * eta * growth[k]))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
