package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.regex.Matcher;

/**
 * How the median of n* depends on a positive quantity x, as a rule the dimension d. Logarithms are natural.
 *
 * <p>In terms of coefficients theta and basis functions f, log n*(x) is offset(x) + theta . f(x), or, if the law
 * {@linkplain #isAdditive() adds} terms, offset(x) + log(fixed term(x) + theta . f(x)). The first coefficient of the former kind is
 * log c.
 */
public sealed interface ScalingLaw permits PowerLaw, Additive {
    /** Every law without a predicted coefficient, from few parameters to many. */
    static List<ScalingLaw> all() {
        return List.of(
                PowerLaw.LINEAR,
                PowerLaw.LINEAR_LOG,
                PowerLaw.LINEAR_LOG_SQUARED,
                PowerLaw.QUADRATIC,
                Additive.LOG,
                PowerLaw.POWER,
                Additive.LOG_SQUARED,
                PowerLaw.POWER_LOG);
    }

    /** Names of the free parameters. */
    List<String> parameters();

    /** What is added to log n* without a coefficient. */
    double offset(double x);

    /** The term of the sum whose coefficient is not free. */
    double fixedTerm(double x);

    /** The basis functions f at x, as many as there are parameters. */
    double[] features(double x);

    /** Whether the coefficients multiply terms of a sum, which must be positive. */
    boolean isAdditive();

    /** What x must be above: 1 where log x is a factor, else 0. */
    double infimum();

    /** Whether this law is {@code other} with some parameters fixed. */
    boolean isSpecialCaseOf(ScalingLaw other);

    /** Whether the power of x is a parameter, alpha. */
    boolean hasFreePower();

    /** Whether the power of x and that of log x both are parameters, which follow almost any smooth curve. */
    boolean isInterpolation();

    /** Whether theory gives a coefficient. */
    boolean isPredicted();

    /** The formula in terms of another axis than d. */
    default String formula(String axis) {
        return toString().replaceAll("\\bd\\b", Matcher.quoteReplacement(axis));
    }
}
