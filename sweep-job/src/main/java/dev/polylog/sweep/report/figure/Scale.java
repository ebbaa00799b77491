package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A scale that just holds some values.
 *
 * @param type {@code log} or {@code linear}
 * @param low least value, positive if logarithmic
 */
record Scale(String type, double low, double high) {
    private static final int MOST_TICKS = 6;

    /** First digits of ticks, from wide scales to narrow ones. */
    private static final List<List<Integer>> DIGITS = List.of(List.of(1), List.of(1, 3), List.of(1, 2, 5));

    /** Logarithmic from the least positive value on; what is not positive is drawn on the edge. */
    static Scale log(DoubleStream values) {
        double[] positive =
                values.filter(value -> value > 0 && Double.isFinite(value)).toArray();
        double low = Arrays.stream(positive).min().orElse(0.1);
        double high = Arrays.stream(positive).max().orElse(1);
        return low < high ? new Scale("log", low, high) : new Scale("log", low / 2, high * 2);
    }

    static Scale linear(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        return low < high ? new Scale("linear", low, high) : new Scale("linear", low - 0.5, high + 0.5);
    }

    /** The same with room on both sides: a share of its length, or of its length in decades. */
    Scale padded(double share) {
        if ("log".equals(type)) {
            double factor = Math.pow(high / low, share);
            return new Scale(type, low / factor, high * factor);
        }
        return new Scale(type, low - share * (high - low), high + share * (high - low));
    }

    Scale with(double value) {
        return new Scale(type, Math.min(low, value), Math.max(high, value));
    }

    /** Never below a value, so that one tiny number does not flatten the rest. */
    Scale atLeast(double floor) {
        return new Scale(type, Math.max(low, Math.min(floor, high / 2)), high);
    }

    /**
     * Where its axis has labels and lines: round numbers, as few as are at least three.
     *
     * <p>The ticks of Vega's own logarithmic axes are many, and most of them bear no label.
     */
    List<Double> ticks() {
        if (isLog()) {
            for (List<Integer> digits : DIGITS) {
                List<Double> ticks = multiples(digits);
                if (ticks.size() >= 3) {
                    return Thinning.every(ticks, (ticks.size() + MOST_TICKS - 1) / MOST_TICKS);
                }
            }
        }
        return steps();
    }

    private List<Double> multiples(List<Integer> digits) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int digit : digits) {
                addWithin(ticks, new BigDecimal(digit).scaleByPowerOfTen(power));
            }
        }
        return ticks;
    }

    /** Steps of one, two or five times a power of ten. */
    private List<Double> steps() {
        double rough = (high - low) / 5;
        int power = (int) Math.floor(Math.log10(rough));
        double digit = rough / Math.pow(10, power);
        BigDecimal step =
                new BigDecimal(digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10).scaleByPowerOfTen(power);
        List<Double> ticks = new ArrayList<>();
        BigDecimal tick = step.multiply(BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING));
        while (tick.doubleValue() <= high) {
            addWithin(ticks, tick);
            tick = tick.add(step);
        }
        return ticks;
    }

    private void addWithin(List<Double> ticks, BigDecimal tick) {
        if (tick.doubleValue() >= low && tick.doubleValue() <= high) {
            ticks.add(tick.doubleValue());
        }
    }

    boolean isLog() {
        return "log".equals(type);
    }

    ObjectNode json() {
        return Json.object(
                "type",
                type,
                "domain",
                Json.array(Json.rounded(low), Json.rounded(high)),
                "clamp",
                true,
                "nice",
                false);
    }
}
