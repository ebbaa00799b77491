package dev.polylog.sweep.analysis.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * x (c0 + c1 log x + ... + ck log^k x): x times a polynomial in log x.
 *
 * @param degree k, at least 1
 * @param c1 the coefficient of log x where theory predicts it, positive; a free parameter if empty
 */
public record Additive(int degree, OptionalDouble c1) implements ScalingLaw {
    /** x (c0 + c1 log x): the law that exponential growth from a start of size 1/sqrt(x) leads to. */
    public static final Additive LOG = new Additive(1, OptionalDouble.empty());

    /** x (c0 + c1 log x + c2 log^2 x). */
    public static final Additive LOG_SQUARED = new Additive(2, OptionalDouble.empty());

    public Additive {
        if (degree < 1) {
            throw new IllegalArgumentException("Invalid degree of a law: " + degree + " (expected at least 1)");
        }
        double fixed = c1.orElse(1);
        if (!(fixed > 0) || fixed == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Invalid predicted c1: " + fixed + " (expected a positive number)");
        }
    }

    /** x (c0 + c1 log x), of which c0 alone is free. */
    public static Additive predictedLog(double c1) {
        return new Additive(1, OptionalDouble.of(c1));
    }

    @Override
    public List<String> parameters() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k <= degree; k++) {
            if (hasFreeTerm(k)) {
                names.add("c" + k);
            }
        }
        return List.copyOf(names);
    }

    /** Whether the coefficient of log^k x is a parameter. */
    boolean hasFreeTerm(double k) {
        return k >= 0 && k <= degree && k == StrictMath.rint(k) && (k != 1 || c1.isEmpty());
    }

    @Override
    public double offset(double x) {
        return StrictMath.log(x);
    }

    @Override
    public double fixedTerm(double x) {
        return c1.isPresent() ? c1.getAsDouble() * StrictMath.log(x) : 0;
    }

    @Override
    public double[] features(double x) {
        double[] features = new double[parameters().size()];
        double log = StrictMath.log(x);
        double power = 1;
        int next = 0;
        for (int k = 0; k <= degree; k++) {
            if (hasFreeTerm(k)) {
                features[next++] = power;
            }
            power *= log;
        }
        return features;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public double infimum() {
        return 0;
    }

    @Override
    public boolean isSpecialCaseOf(ScalingLaw other) {
        return other instanceof Additive general
                && !equals(general)
                && degree <= general.degree
                && (general.c1.isEmpty() || general.c1.equals(c1));
    }

    @Override
    public boolean hasFreePower() {
        return false;
    }

    @Override
    public boolean isInterpolation() {
        return false;
    }

    @Override
    public boolean isPredicted() {
        return c1.isPresent();
    }

    @Override
    public String toString() {
        StringBuilder sum = new StringBuilder("d (c0");
        for (int k = 1; k <= degree; k++) {
            String coefficient =
                    k == 1 && c1.isPresent() ? String.format(Locale.ROOT, "%.4g", c1.getAsDouble()) : "c" + k;
            sum.append(" + ").append(coefficient).append(k == 1 ? " log d" : " log^" + k + " d");
        }
        return sum.append(')').toString();
    }
}
