package dev.polylog.sweep.analysis.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * c x^alpha log^beta x: a factor c times a power of x and a power of its logarithm.
 *
 * @param alpha power of x; a free parameter if empty
 * @param beta power of log x; a free parameter if empty
 */
public record PowerLaw(OptionalDouble alpha, OptionalDouble beta) implements ScalingLaw {
    private static final OptionalDouble FREE = OptionalDouble.empty();

    /** c x. */
    public static final PowerLaw LINEAR = fixed(1, 0);

    /** c x log x. */
    public static final PowerLaw LINEAR_LOG = fixed(1, 1);

    /** c x log^2 x. */
    public static final PowerLaw LINEAR_LOG_SQUARED = fixed(1, 2);

    /** c x^2. */
    public static final PowerLaw QUADRATIC = fixed(2, 0);

    /** c x^alpha. */
    public static final PowerLaw POWER = new PowerLaw(FREE, OptionalDouble.of(0));

    /** c x^alpha log^beta x, both powers free. */
    public static final PowerLaw POWER_LOG = new PowerLaw(FREE, FREE);

    /** A law of which only c is free. */
    public static PowerLaw fixed(double alpha, double beta) {
        return new PowerLaw(OptionalDouble.of(alpha), OptionalDouble.of(beta));
    }

    @Override
    public List<String> parameters() {
        List<String> names = new ArrayList<>(List.of("c"));
        if (alpha.isEmpty()) {
            names.add("alpha");
        }
        if (beta.isEmpty()) {
            names.add("beta");
        }
        return List.copyOf(names);
    }

    @Override
    public double offset(double x) {
        double log = StrictMath.log(x);
        double offset = alpha.isEmpty() ? 0 : alpha.getAsDouble() * log;
        return isWithoutLog() || beta.isEmpty() ? offset : offset + beta.getAsDouble() * StrictMath.log(log);
    }

    @Override
    public double fixedTerm(double x) {
        return 0;
    }

    @Override
    public double[] features(double x) {
        double log = StrictMath.log(x);
        double[] features = new double[parameters().size()];
        features[0] = 1;
        if (alpha.isEmpty()) {
            features[1] = log;
        }
        if (beta.isEmpty()) {
            features[features.length - 1] = StrictMath.log(log);
        }
        return features;
    }

    @Override
    public boolean isAdditive() {
        return false;
    }

    @Override
    public double infimum() {
        return isWithoutLog() ? 0 : 1;
    }

    private boolean isWithoutLog() {
        return beta.isPresent() && beta.getAsDouble() == 0;
    }

    @Override
    public boolean isSpecialCaseOf(ScalingLaw other) {
        if (other instanceof PowerLaw general) {
            return !equals(general) && isWithin(alpha, general.alpha) && isWithin(beta, general.beta);
        }
        return other instanceof Additive sum
                && sum.given().isEmpty()
                && alpha.equals(OptionalDouble.of(1))
                && beta.isPresent()
                && sum.hasFreeTerm(beta.getAsDouble());
    }

    private static boolean isWithin(OptionalDouble exponent, OptionalDouble general) {
        return general.isEmpty() || general.equals(exponent);
    }

    @Override
    public boolean hasFreePower() {
        return alpha.isEmpty();
    }

    @Override
    public boolean isInterpolation() {
        return alpha.isEmpty() && beta.isEmpty();
    }

    @Override
    public boolean isPredicted() {
        return false;
    }

    @Override
    public String toString() {
        return "c d" + power(alpha, "alpha") + (isWithoutLog() ? "" : " log" + power(beta, "beta") + " d");
    }

    private static String power(OptionalDouble exponent, String name) {
        if (exponent.isEmpty()) {
            return "^" + name;
        }
        double value = exponent.getAsDouble();
        if (value == 1) {
            return "";
        }
        return "^" + (value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value));
    }
}
