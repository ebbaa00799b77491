package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.format.Numerals;

/**
 * A parameter of a fit.
 *
 * @param name as in the law's formula
 * @param value of largest likelihood
 * @param interval by profile likelihood; an infinite end where the data set no bound
 */
public record Estimate(String name, double value, Interval interval) {
    @Override
    public String toString() {
        return name + " = " + Numerals.significant(value) + " (" + interval + ")";
    }
}
