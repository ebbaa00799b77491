package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * How the median of n* depends on a positive quantity x, as a rule the dimension d. Logarithms are natural.
 *
 * <p>In terms of coefficients theta and basis functions f, log n*(x) is offset(x) + theta . f(x), or, if the law
 * {@linkplain #isAdditive() adds} terms, offset(x) + log(theta . f(x)). The first coefficient of the former kind is log c.
 */
public sealed interface ScalingLaw {
    /** Every law without a predicted coefficient, from few parameters to many. */
    static List<ScalingLaw> all() {
        return List.of(
                new Linear(),
                new LinearLog(),
                new LinearLogSquared(),
                new Quadratic(),
                new AdditiveLog(),
                new Power(),
                new AdditiveLogSquared(),
                new PowerLog());
    }

    /** Names of the free parameters. */
    List<String> parameters();

    /** What is added to log n* without a coefficient. */
    double offset(double x);

    /** The basis functions f at x, as many as there are parameters. */
    double[] features(double x);

    /** Whether the coefficients multiply terms of a sum, which must be positive. */
    boolean isAdditive();

    /** What this law must be above: 1 where log x is a factor, else 0. */
    double infimum();

    /** Whether this law is {@code other} with some parameters fixed. */
    boolean isSpecialCaseOf(ScalingLaw other);

    /** The formula in terms of another axis than d. */
    default String formula(String axis) {
        return toString().replaceAll("\\bd\\b", Matcher.quoteReplacement(axis));
    }

    /** Whether this is x times powers of log x, and no other power of x. */
    default boolean isLinearUpToLogs() {
        return isAdditive() || this instanceof Linear || this instanceof LinearLog || this instanceof LinearLogSquared;
    }

    /** A term of the sum whose coefficient is not free. */
    default double fixedTerm(double x) {
        return 0;
    }

    /** A known shape times a free factor c. */
    sealed interface Scaled extends ScalingLaw {
        @Override
        default List<String> parameters() {
            return List.of("c");
        }

        @Override
        default double[] features(double x) {
            return new double[] {1};
        }

        @Override
        default boolean isAdditive() {
            return false;
        }
    }

    /** x times a sum of powers of log x. */
    sealed interface Additive extends ScalingLaw {
        @Override
        default double offset(double x) {
            return StrictMath.log(x);
        }

        @Override
        default boolean isAdditive() {
            return true;
        }

        @Override
        default double infimum() {
            return 0;
        }
    }

    /** c x. */
    record Linear() implements Scaled {
        @Override
        public double offset(double x) {
            return StrictMath.log(x);
        }

        @Override
        public double infimum() {
            return 0;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof AdditiveLog
                    || other instanceof AdditiveLogSquared
                    || other instanceof Power
                    || other instanceof PowerLog;
        }

        @Override
        public String toString() {
            return "c d";
        }
    }

    /** c x log x. */
    record LinearLog() implements Scaled {
        @Override
        public double offset(double x) {
            return StrictMath.log(x) + StrictMath.log(StrictMath.log(x));
        }

        @Override
        public double infimum() {
            return 1;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof AdditiveLog || other instanceof AdditiveLogSquared || other instanceof PowerLog;
        }

        @Override
        public String toString() {
            return "c d log d";
        }
    }

    /** c x log^2 x. */
    record LinearLogSquared() implements Scaled {
        @Override
        public double offset(double x) {
            return StrictMath.log(x) + 2 * StrictMath.log(StrictMath.log(x));
        }

        @Override
        public double infimum() {
            return 1;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof AdditiveLogSquared || other instanceof PowerLog;
        }

        @Override
        public String toString() {
            return "c d log^2 d";
        }
    }

    /** c x^2. */
    record Quadratic() implements Scaled {
        @Override
        public double offset(double x) {
            return 2 * StrictMath.log(x);
        }

        @Override
        public double infimum() {
            return 0;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof Power || other instanceof PowerLog;
        }

        @Override
        public String toString() {
            return "c d^2";
        }
    }

    /** c x^alpha. */
    record Power() implements ScalingLaw {
        @Override
        public List<String> parameters() {
            return List.of("c", "alpha");
        }

        @Override
        public double offset(double x) {
            return 0;
        }

        @Override
        public double[] features(double x) {
            return new double[] {1, StrictMath.log(x)};
        }

        @Override
        public boolean isAdditive() {
            return false;
        }

        @Override
        public double infimum() {
            return 0;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof PowerLog;
        }

        @Override
        public String toString() {
            return "c d^alpha";
        }
    }

    /** c x^alpha log^beta x. */
    record PowerLog() implements ScalingLaw {
        @Override
        public List<String> parameters() {
            return List.of("c", "alpha", "beta");
        }

        @Override
        public double offset(double x) {
            return 0;
        }

        @Override
        public double[] features(double x) {
            double log = StrictMath.log(x);
            return new double[] {1, log, StrictMath.log(log)};
        }

        @Override
        public boolean isAdditive() {
            return false;
        }

        @Override
        public double infimum() {
            return 1;
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return false;
        }

        @Override
        public String toString() {
            return "c d^alpha log^beta d";
        }
    }

    /** x (c0 + c1 log x): the law that exponential growth from a start of size 1/sqrt(x) leads to. */
    record AdditiveLog() implements Additive {
        @Override
        public List<String> parameters() {
            return List.of("c0", "c1");
        }

        @Override
        public double[] features(double x) {
            return new double[] {1, StrictMath.log(x)};
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof AdditiveLogSquared;
        }

        @Override
        public String toString() {
            return "d (c0 + c1 log d)";
        }
    }

    /** x (c0 + c1 log x + c2 log^2 x). */
    record AdditiveLogSquared() implements Additive {
        @Override
        public List<String> parameters() {
            return List.of("c0", "c1", "c2");
        }

        @Override
        public double[] features(double x) {
            double log = StrictMath.log(x);
            return new double[] {1, log, log * log};
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return false;
        }

        @Override
        public String toString() {
            return "d (c0 + c1 log d + c2 log^2 d)";
        }
    }

    /**
     * x (c0 + c1 log x) with a c1 that theory predicts, so that c0 alone is free.
     *
     * @param c1 predicted, positive
     */
    record PredictedLog(double c1) implements Additive {
        public PredictedLog {
            if (!(c1 > 0) || c1 == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("Invalid predicted c1: " + c1 + " (expected a positive number)");
            }
        }

        @Override
        public List<String> parameters() {
            return List.of("c0");
        }

        @Override
        public double[] features(double x) {
            return new double[] {1};
        }

        @Override
        public double fixedTerm(double x) {
            return c1 * StrictMath.log(x);
        }

        @Override
        public boolean isSpecialCaseOf(ScalingLaw other) {
            return other instanceof AdditiveLog || other instanceof AdditiveLogSquared;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "d (c0 + %.4g log d)", c1);
        }
    }
}
