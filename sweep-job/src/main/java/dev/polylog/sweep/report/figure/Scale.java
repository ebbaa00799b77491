package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A scale that just holds some values.
 *
 * @param type {@code log} or {@code linear}
 * @param low least value, positive if logarithmic
 */
record Scale(String type, double low, double high) {

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
