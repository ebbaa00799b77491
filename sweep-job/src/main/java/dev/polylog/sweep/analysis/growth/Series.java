package dev.polylog.sweep.analysis.growth;

import java.util.Arrays;

/** An observable of one run along its trajectory: values at ascending places, such as samples or time. Immutable. */
public final class Series {
    private final double[] places;
    private final double[] values;

    /**
     * Copies a trajectory.
     *
     * @param places ascending, at least one
     * @param values one a place; NaN where there is none
     */
    public Series(double[] places, double[] values) {
        if (places.length == 0 || places.length != values.length) {
            throw new IllegalArgumentException("Invalid series: " + places.length + " places and " + values.length
                    + " values (expected as many, at least one)");
        }
        for (int i = 1; i < places.length; i++) {
            if (!(places[i] > places[i - 1])) {
                throw new IllegalArgumentException("Invalid place " + i + " of a series: " + places[i]
                        + " (expected more than " + places[i - 1] + ")");
            }
        }
        this.places = places.clone();
        this.values = values.clone();
    }

    double first() {
        return places[0];
    }

    double last() {
        return places[places.length - 1];
    }

    /** By linear interpolation; NaN outside of the trajectory, infinite next to a value that is. */
    double at(double place) {
        int found = Arrays.binarySearch(places, place);
        if (found >= 0) {
            return values[found];
        }
        int next = -found - 1;
        if (next == 0 || next == places.length) {
            return Double.NaN;
        }
        double low = values[next - 1];
        double high = values[next];
        if (Double.isNaN(low) || Double.isInfinite(low)) {
            return Double.isNaN(high) ? high : low;
        }
        if (Double.isInfinite(high)) {
            return high;
        }
        double share = (place - places[next - 1]) / (places[next] - places[next - 1]);
        return low + share * (high - low);
    }
}
