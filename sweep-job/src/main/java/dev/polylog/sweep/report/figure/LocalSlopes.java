package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.LocalSlope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The exponent between neighbouring dimensions, beside those of simple laws. */
public final class LocalSlopes {
    private static final String TITLE = "Local slope of the number of samples";
    private static final int REFERENCE_POINTS = 40;

    private LocalSlopes() {}

    /**
     * One panel, a colour for each group.
     *
     * @param axis on which all values are positive
     */
    public static Entry of(AlongAxis axis, List<MeasuredGroup> measured) {
        List<Slope> finite = measured.stream()
                .flatMap(group -> group.slopes().stream().map(slope -> new Slope(words(group), slope)))
                .filter(slope -> Double.isFinite(slope.slope()))
                .toList();
        if (finite.isEmpty()) {
            return new LeftOut(
                    TITLE, "A slope takes two values of the axis at which half of the runs reached the target.");
        }
        List<String> groups =
                Thinning.even(finite.stream().map(Slope::group).distinct().toList(), 7);
        List<Slope> drawn =
                finite.stream().filter(slope -> groups.contains(slope.group())).toList();
        DataTable.Builder rows = DataTable.of("group", axis.name(), "slope", "low", "high");
        for (Slope slope : drawn) {
            rows.add(slope.group(), slope.d(), slope.slope(), slope.low(), slope.high());
        }
        return new Figure(
                "local-slopes",
                TITLE,
                "Between neighbouring values of the axis the number of samples grows like this power of it. The dashed lines are the"
                        + " slopes of " + axis.name()
                        + ", its product with its logarithm, and its square. Where an interval holds several of them, the data cannot tell.",
                "Slopes between neighbouring values of " + axis.name()
                        + " with intervals, beside reference lines of three laws.",
                Panels.one().plot(unit(axis, drawn, groups)),
                Map.of("rows", rows.build()));
    }

    /** Panels without a name have none; a legend needs one. */
    private static String words(MeasuredGroup group) {
        return group.name().isEmpty() ? "all cells" : group.name();
    }

    private record Slope(String group, LocalSlope between) {
        /** The geometric mean of two neighbours. */
        double d() {
            return Math.sqrt(between.from() * between.to());
        }

        double slope() {
            return between.slope();
        }

        double low() {
            return between.interval().lower();
        }

        double high() {
            return between.interval().upper();
        }
    }

    private static ObjectNode unit(AlongAxis axis, List<Slope> drawn, List<String> groups) {
        Scale across = Scale.log(drawn.stream().mapToDouble(Slope::d)).padded(0.15);
        Scale up = Scale.linear(drawn.stream()
                        .flatMapToDouble(slope -> DoubleStream.of(slope.slope(), slope.low(), slope.high())))
                .with(0.9)
                .with(2.1)
                .padded(0.03);
        ObjectNode x = Channel.position(axis.name(), axis.title() + " (geometric mean of two)", Channel.COUNT, across);
        String title = "local slope, Δ log n* / Δ log " + axis.name();
        ObjectNode y = Channel.position("slope", title, Channel.PLAIN, up);
        ObjectNode colour = Channel.colour("group", "", groups, Palette.distinct(groups.size()));
        ObjectNode law = Channel.nominal("law", "");
        law.set("legend", null);
        ObjectNode rule = Json.object(
                "mark",
                Json.object("type", "rule", "strokeWidth", 1.4),
                "encoding",
                Json.object(
                        "x",
                        x,
                        "y",
                        Channel.position("low", title, Channel.PLAIN, up),
                        "y2",
                        Channel.end("high"),
                        "color",
                        colour));
        ObjectNode points = Json.object(
                "mark",
                Json.object("type", "point", "filled", true, "size", 46, "opacity", 1),
                "encoding",
                Json.object(
                        "x", x,
                        "y", y,
                        "color", colour,
                        "tooltip",
                                Json.array(
                                        Channel.tip("group", "cells"),
                                        Channel.tip(axis.name(), axis.name(), ",.3~r"),
                                        Channel.tip("slope", "slope", ".3f"),
                                        Channel.tip("low", "from", ".3f"),
                                        Channel.tip("high", "to", ".3f"))));
        List<ObjectNode> laws = laws(axis.name(), across);
        List<ObjectNode> ends =
                laws.stream().filter(row -> row.path("end").asBoolean()).toList();
        return Json.object(
                "layer",
                Json.array(
                        Marks.constant(laws, Marks.reference(), Json.object("x", x, "y", y, "detail", law)),
                        Marks.constant(
                                ends,
                                Json.object(
                                        "type",
                                        "text",
                                        "align",
                                        "right",
                                        "baseline",
                                        "bottom",
                                        "dy",
                                        -3,
                                        "color",
                                        Marks.REFERENCE),
                                Json.object("x", x, "y", y, "text", Json.object("field", "law"))),
                        rule,
                        points));
    }

    private static List<ObjectNode> laws(String name, Scale across) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int i = 0; i <= REFERENCE_POINTS; i++) {
            double x = across.low() * Math.pow(across.high() / across.low(), (double) i / REFERENCE_POINTS);
            boolean end = i == REFERENCE_POINTS;
            rows.add(Json.object("law", name, name, x, "slope", 1.0, "end", end));
            rows.add(Json.object("law", name + "²", name, x, "slope", 2.0, "end", end));
            if (x > Math.E) {
                rows.add(Json.object("law", name + " log " + name, name, x, "slope", 1 + 1 / Math.log(x), "end", end));
            }
        }
        return rows;
    }
}
