package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.Coefficient;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.format.Numerals;

/**
 * A number with what the data leave open.
 *
 * @param interval 95 %; an infinite end where the data set no bound
 * @param runs that it rests on
 * @param remark what else a reader should see, such as {@code 21 of 50 runs}; may be empty
 */
public record Measurement(double value, Interval interval, long runs, String remark) implements Reading {

    static Reading of(Estimate estimate, long runs) {
        return finite(estimate.value(), estimate.interval(), runs, "");
    }

    static Reading of(Coefficient coefficient, long runs, String remark) {
        return finite(coefficient.value(), coefficient.interval(), runs, remark);
    }

    static Reading finite(double value, Interval interval, long runs, String remark) {
        return Double.isFinite(value)
                ? new Measurement(value, interval, runs, remark)
                : new Unmeasured("no run has a value that is a number");
    }

    @Override
    public String toString() {
        return Numerals.significant(value) + (interval.equals(Interval.UNBOUNDED) ? "" : " (" + interval + ")");
    }
}
