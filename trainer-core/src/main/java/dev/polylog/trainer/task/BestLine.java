package dev.polylog.trainer.task;

import java.util.OptionalDouble;

/**
 * The least error of a linear classifier {@code sign(u . z)} in the plane of two coordinates that the label depends on, under
 * standard normal inputs.
 *
 * <p>In polar coordinates, {@code error(u) = mean over theta of P[label(r, theta) != sign(cos(theta - phi))]}, phi the angle of u
 * and r of the Rayleigh law. Along a ray, probabilities are exact between the zeros of the score, which are bracketed by
 * {@value #RADII} steps of r and bisected; rays are {@value #RAYS}, at equal angles, and so are the lines between them. The error is below
 * 1e-5 where the boundary crosses a ray a few times.
 */
public final class BestLine {
    private static final int RAYS = 3600;
    private static final int RADII = 400;
    private static final int BISECTIONS = 40;

    /** Farther away is less than 1e-17 of the normal law. */
    private static final double MOST_RADIUS = 9;

    /** What no line is better than: half of the inputs, but for rounding. */
    private static final double CHANCE = 0.5 - 1e-6;

    private BestLine() {}

    /** Its error; empty where there is no plane, the law is not standard normal, or every line is a guess. */
    public static OptionalDouble error(Task task) {
        boolean isNormal = task.inputs() instanceof InputLaw.Gaussian && task.anisotropy() == 0;
        return isNormal && task.target().coordinates() == 2
                ? task.target()
                        .score()
                        .map(BestLine::error)
                        .filter(error -> error < CHANCE)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }

    private static double error(Score score) {
        double[] surplus = new double[RAYS];
        double all = 0;
        double half = 0;
        for (int i = 0; i < RAYS; i++) {
            double theta = 2 * Math.PI * (i + 0.5) / RAYS;
            double positive = positive(score, StrictMath.cos(theta), StrictMath.sin(theta));
            surplus[i] = 1 - 2 * positive;
            all += positive;
            half += i < RAYS / 2 ? surplus[i] : 0;
        }
        double least = RAYS;
        for (int first = 0; first < RAYS; first++) {
            least = Math.min(least, all + half);
            half += surplus[(first + RAYS / 2) % RAYS] - surplus[first];
        }
        return least / RAYS;
    }

    /** Probability of a positive label on a ray. */
    private static double positive(Score score, double cos, double sin) {
        double step = MOST_RADIUS / RADII;
        double from = 0;
        double sum = 0;
        boolean isPositive = score.of(step / 2 * cos, step / 2 * sin) > 0;
        for (int k = 1; k < RADII; k++) {
            double to = step * (k + 0.5);
            if (score.of(to * cos, to * sin) > 0 != isPositive) {
                double zero = zero(score, cos, sin, to - step, to);
                sum += isPositive ? beyond(from) - beyond(zero) : 0;
                isPositive = !isPositive;
                from = zero;
            }
        }
        return sum + (isPositive ? beyond(from) : 0);
    }

    private static double zero(Score score, double cos, double sin, double from, double to) {
        boolean isPositive = score.of(from * cos, from * sin) > 0;
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (score.of(middle * cos, middle * sin) > 0 == isPositive) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** {@code P[R > r]}. */
    private static double beyond(double r) {
        return StrictMath.exp(-r * r / 2);
    }
}
