package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.evidence.RunCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The figure of measured against predicted time, a point a run. */
public final class CostCheck {
    private static final String TITLE = "Measured against predicted time of a run";
    private static final int MOST_RUNS = 2000;

    private CostCheck() {}

    /**
     * One panel, a colour for each engine.
     *
     * @param plan seconds that the plan predicts for the steps of a run
     */
    public static Entry of(List<RunCost> costs, ToDoubleFunction<RunCost> plan) {
        List<Checked> positive = costs.stream()
                .map(cost -> new Checked(cost.engine(), plan.applyAsDouble(cost), cost.seconds()))
                .filter(cost -> cost.predicted() > 0 && cost.measured() > 0)
                .filter(cost -> Double.isFinite(cost.predicted()) && Double.isFinite(cost.measured()))
                .toList();
        if (positive.isEmpty()) {
            return new LeftOut(TITLE, "No run has a measured time.");
        }
        List<Checked> drawn = Thinning.even(positive, MOST_RUNS);
        DataTable.Builder rows = DataTable.of("engine", "predicted_seconds", "measured_seconds");
        for (Checked cost : drawn) {
            rows.add(cost.engine(), cost.predicted(), cost.measured());
        }
        String omission = drawn.size() == positive.size()
                ? ""
                : " Of " + positive.size() + " runs, " + drawn.size() + " are drawn.";
        return new Figure(
                "cost-check",
                TITLE,
                "Each dot is a run. On the dashed line the plan was right; the dotted ones are twice and half of it."
                        + omission,
                "Measured seconds of runs against predicted seconds, on two logarithmic axes, around the identity line.",
                Panels.one().plot(unit(drawn)),
                Map.of("rows", rows.build()));
    }

    private record Checked(String engine, double predicted, double measured) {}

    private static ObjectNode unit(List<Checked> drawn) {
        List<String> engines =
                drawn.stream().map(Checked::engine).distinct().sorted().toList();
        Scale across = Scale.log(drawn.stream().mapToDouble(Checked::predicted)).padded(0.06);
        Scale up = Scale.log(drawn.stream().flatMapToDouble(cost -> DoubleStream.of(cost.measured(), cost.predicted())))
                .padded(0.06);
        ObjectNode x = Channel.position("predicted_seconds", "predicted time (s)", Channel.PLAIN, across);
        ObjectNode y = Channel.position("measured_seconds", "measured processor time (s)", Channel.PLAIN, up);
        ObjectNode colour = Channel.colour("engine", "engine", engines, Palette.distinct(engines.size()));
        List<Object> layers = new ArrayList<>();
        for (double factor : new double[] {0.5, 1, 2}) {
            ObjectNode mark = Marks.reference();
            if (factor != 1) {
                mark.set("strokeDash", Json.array(1, 3));
            }
            layers.add(Marks.constant(line(across, factor), mark, Json.object("x", x, "y", y)));
        }
        layers.add(Json.object(
                "mark",
                Json.object("type", "point", "filled", true, "size", 22, "opacity", 0.55),
                "encoding",
                Json.object("x", x, "y", y, "color", colour)));
        return Json.object("layer", layers);
    }

    private static List<ObjectNode> line(Scale across, double factor) {
        return List.of(
                Json.object("predicted_seconds", across.low(), "measured_seconds", factor * across.low()),
                Json.object("predicted_seconds", across.high(), "measured_seconds", factor * across.high()));
    }
}
