package dev.polylog.trainer.limit;

/**
 * Means of functions of a normal variable, by three points: the rule of Gauss and Hermite, exact up to the fifth power.
 */
final class Spread {
    static final int POINTS = 3;
    private static final double SQRT3 = Math.sqrt(3);

    private Spread() {}

    /** A value that the variable takes. */
    static double value(int point, double mean, double deviation) {
        return mean + (point - 1) * SQRT3 * deviation;
    }

    static double weight(int point) {
        return point == 1 ? 2.0 / 3 : 1.0 / 6;
    }
}
