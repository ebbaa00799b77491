package dev.polylog.sweep.analysis.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * x (c0 + c1 log x + ... + ck log^k x): x times a polynomial in log x.
 *
 * @param degree k, at least 1
 * @param given c1 ... ck where theory gives them, which leaves c0 free; empty if all are free
 */
public record Additive(int degree, List<Double> given) implements ScalingLaw {
    /** x (c0 + c1 log x): the law that exponential growth from a start of size 1/sqrt(x) leads to. */
    public static final Additive LOG = new Additive(1, List.of());

    /** x (c0 + c1 log x + c2 log^2 x). */
    public static final Additive LOG_SQUARED = new Additive(2, List.of());

    public Additive {
        given = List.copyOf(given);
        if (degree < 1) {
            throw new IllegalArgumentException("Invalid degree of a law: " + degree + " (expected at least 1)");
        }
        if (!given.isEmpty() && given.size() != degree) {
            throw new IllegalArgumentException("Invalid number of given coefficients: " + given.size()
                    + " (expected none, or one for each of the powers 1 to " + degree + ")");
        }
        for (double coefficient : given) {
            if (!(coefficient > 0) || coefficient == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "Invalid given coefficient: " + coefficient + " (expected a positive number)");
            }
        }
    }

    /** x (c0 + c1 log x + ... + ck log^k x), of which c0 alone is free. */
    public static Additive given(double... coefficients) {
        return new Additive(
                coefficients.length, Arrays.stream(coefficients).boxed().toList());
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
        return k >= 0 && k <= degree && k == StrictMath.rint(k) && (k == 0 || given.isEmpty());
    }

    @Override
    public double offset(double x) {
        return StrictMath.log(x);
    }

    @Override
    public double fixedTerm(double x) {
        double log = StrictMath.log(x);
        double power = 1;
        double sum = 0;
        for (double coefficient : given) {
            power *= log;
            sum += coefficient * power;
        }
        return sum;
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
                && (general.given.isEmpty() || general.given.equals(given));
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
        return !given.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder sum = new StringBuilder("d (c0");
        for (int k = 1; k <= degree; k++) {
            String coefficient = given.isEmpty() ? "c" + k : String.format(Locale.ROOT, "%.4g", given.get(k - 1));
            sum.append(" + ").append(coefficient).append(k == 1 ? " log d" : " log^" + k + " d");
        }
        return sum.append(')').toString();
    }
}
