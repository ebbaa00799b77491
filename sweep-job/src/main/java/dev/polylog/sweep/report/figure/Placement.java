package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Where values of an axis stand in a figure. The axis is logarithmic, unless there are values without a logarithm and the others
 * are close enough for a linear one. What it cannot show stands apart at an edge, with a tick of its own.
 *
 * @param scale of the positions
 * @param before position of what is not positive; null if nothing stands there
 * @param beyond position of what is no number; null likewise
 */
record Placement(
        AlongAxis axis,
        List<Double> values,
        Scale scale,
        @Nullable Double before,
        @Nullable Double beyond) {
    /** Positive values further apart than this would be pressed together by a linear axis. */
    private static final double MOST_LINEAR = 50;

    private static final double GAP = 0.14;
    private static final double MARGIN = 0.06;
    private static final int MOST_TICKS = 12;
    private static final String PLACE = "place";

    static Placement of(AlongAxis axis, DoubleStream all) {
        double[] values = all.distinct().sorted().toArray();
        double[] numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] positive = Arrays.stream(numbers).filter(x -> x > 0).toArray();
        boolean isPositive = positive.length == numbers.length;
        boolean isLinear = !isPositive
                && (positive.length == 0
                        || numbers[0] < 0
                        || positive[positive.length - 1] <= MOST_LINEAR * positive[0]);
        Scale scale = isLinear ? Scale.linear(Arrays.stream(numbers)) : Scale.log(Arrays.stream(positive));
        Double before =
                isPositive || isLinear ? null : Json.rounded(scale.padded(GAP).low());
        Double beyond = numbers.length == values.length
                ? null
                : Json.rounded(scale.padded(GAP).high());
        Scale whole = scale;
        if (before != null) {
            whole = whole.with(before);
        }
        if (beyond != null) {
            whole = whole.with(beyond);
        }
        List<Double> list = Arrays.stream(values).boxed().toList();
        return new Placement(axis, list, whole.padded(MARGIN), before, beyond);
    }

    private boolean isApart() {
        return before != null || beyond != null;
    }

    /** Whether a value stands apart from the others. */
    boolean standsApart(double x) {
        return (before != null && x <= 0) || (beyond != null && !Double.isFinite(x));
    }

    private double place(double x) {
        if (before != null && x <= 0) {
            return before;
        }
        return beyond != null && !Double.isFinite(x) ? beyond : x;
    }

    /** The position channel; ticks are the values that there are. */
    ObjectNode channel() {
        List<Double> ticks = Thinning.even(values, MOST_TICKS).stream()
                .map(this::place)
                .map(Json::rounded)
                .distinct()
                .toList();
        ObjectNode channel = Channel.position(isApart() ? PLACE : axis.name(), axis.title(), Channel.VALUE, scale);
        ObjectNode marks = (ObjectNode) channel.get("axis");
        marks.set("values", Json.node(ticks));
        String label = marks.get("labelExpr").asText();
        if (before != null) {
            label = String.format(Locale.ROOT, "datum.value <= %s ? '%s' : %s", before, "0", label);
        }
        if (beyond != null) {
            label = String.format(Locale.ROOT, "datum.value >= %s ? '%s' : %s", beyond, axis.nothing(), label);
        }
        marks.put("labelExpr", label);
        return channel;
    }

    /** A plot of layers, in which values that stand apart have got their place. */
    ObjectNode plot(List<Object> layers) {
        ObjectNode plot = Json.object("layer", layers);
        if (isApart()) {
            String value = "datum['" + axis.name() + "']";
            String inside = before == null ? value : value + " > 0 ? " + value + " : " + before;
            String whole = beyond == null ? inside : "isNumber(" + value + ") ? (" + inside + ") : " + beyond;
            plot.set("transform", Json.array(Json.object("calculate", whole, "as", PLACE)));
        }
        return plot;
    }

    /** A sentence about what stands apart, or about an axis that is linear for its sake; else empty. */
    String note() {
        StringBuilder note = new StringBuilder();
        if (before != null) {
            note.append(' ')
                    .append(axis.name())
                    .append(" = 0 has no place on a logarithmic axis and stands apart, at the left edge.");
        } else if (!scale.isLog() && values.stream().anyMatch(x -> x <= 0)) {
            note.append(" The axis of ").append(axis.name()).append(" is linear, as it begins at 0 or below.");
        }
        if (beyond != null) {
            note.append(' ')
                    .append(axis.name())
                    .append(" = ")
                    .append(axis.nothing())
                    .append(" stands apart, at the right edge.");
        }
        return note.toString();
    }
}
