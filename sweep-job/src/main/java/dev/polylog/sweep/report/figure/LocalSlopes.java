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
    private static final int MOST_PANELS = 12;

    /** From this slope on d squared is worth a line. */
    private static final double QUADRATIC = 1.6;

    /** Width of the names of laws, of that of the points. */
    private static final double NAMES = 0.22;

    /** By how much intervals may widen the scale of the slopes. */
    private static final double ROOM = 0.6;

    private LocalSlopes() {}

    /**
     * A panel for each group.
     *
     * @param axis on which all values are positive
     */
    public static Entry of(AlongAxis axis, List<MeasuredGroup> measured) {
        List<Slope> finite = measured.stream()
                .flatMap(group -> group.slopes().stream().map(slope -> new Slope(group.name(), slope)))
                .filter(slope -> Double.isFinite(slope.slope()))
                .toList();
        if (finite.isEmpty()) {
            return new LeftOut(
                    TITLE, "A slope takes two values of the axis at which half of the runs reached the target.");
        }
        Shown shown = Shown.of(finite, Slope::group, slope -> "", MOST_PANELS);
        List<Slope> drawn = finite.stream()
                .filter(slope -> shown.panels().contains(slope.group()))
                .toList();
        DataTable.Builder rows = DataTable.of("panel", axis.name(), "slope", "low", "high");
        for (Slope slope : drawn) {
            rows.add(slope.group(), slope.d(), slope.slope(), slope.low(), slope.high());
        }
        Scale up = up(drawn);
        boolean isCut = drawn.stream().anyMatch(slope -> slope.low() < up.low() || slope.high() > up.high());
        return new Figure(
                "local-slopes",
                TITLE,
                "Between neighbouring values of the axis the number of samples grows like this power of it. The dashed lines are the"
                        + " slopes of " + axis.name()
                        + " and of its product with its logarithm" + (up.high() > 2 ? ", and of its square" : "")
                        + ". Where an interval holds several of them, the data cannot tell."
                        + (isCut ? " Intervals that leave the picture go on beyond it." : "") + shown.note(),
                "Slopes between neighbouring values of " + axis.name()
                        + " with intervals, beside reference lines of simple laws.",
                Panels.of(shown.panels()).plot(unit(axis, drawn, up)),
                Map.of("rows", rows.build()));
    }

    /** Around the slopes themselves: intervals of few runs are so wide that nothing else could be seen. */
    private static Scale up(List<Slope> drawn) {
        double[] slopes = drawn.stream().mapToDouble(Slope::slope).toArray();
        double[] ends = drawn.stream()
                .flatMapToDouble(slope -> DoubleStream.of(slope.low(), slope.high()))
                .filter(Double::isFinite)
                .toArray();
        Scale centre = Scale.linear(DoubleStream.of(slopes)).with(0.9);
        if (centre.high() > QUADRATIC) {
            centre = centre.with(2.1);
        }
        double least = Math.max(centre.low() - ROOM, DoubleStream.of(ends).min().orElse(centre.low()));
        double most = Math.min(centre.high() + ROOM, DoubleStream.of(ends).max().orElse(centre.high()));
        return centre.with(least).with(most).padded(0.03);
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

    private static ObjectNode unit(AlongAxis axis, List<Slope> drawn, Scale up) {
        Scale across = across(drawn);
        ObjectNode x = Channel.position(axis.name(), axis.title() + " (geometric mean of two)", Channel.COUNT, across);
        String title = "local slope, Δ log n* / Δ log " + axis.name();
        ObjectNode y = Channel.position("slope", title, Channel.PLAIN, up);
        ObjectNode law = Channel.nominal("law", "");
        law.set("legend", null);
        ObjectNode rule = Json.object(
                "mark",
                Json.object("type", "rule", "strokeWidth", 1.6, "color", Palette.BLUE),
                "encoding",
                Json.object("x", x, "y", Channel.position("low", title, Channel.PLAIN, up), "y2", Channel.end("high")));
        ObjectNode points = Json.object(
                "mark",
                Json.object("type", "point", "filled", true, "size", 46, "opacity", 1, "color", Palette.BLUE),
                "encoding",
                Json.object(
                        "x", x,
                        "y", y,
                        "tooltip",
                                Json.array(
                                        Channel.tip(axis.name(), axis.name(), ",.3~r"),
                                        Channel.tip("slope", "slope", ".3f"),
                                        Channel.tip("low", "from", ".3f"),
                                        Channel.tip("high", "to", ".3f"))));
        List<ObjectNode> laws = laws(axis.name(), across, up);
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
                                        "dx",
                                        -4,
                                        "dy",
                                        -3,
                                        "color",
                                        Marks.REFERENCE),
                                Json.object("x", x, "y", y, "text", Json.object("field", "law"))),
                        rule,
                        points));
    }

    /** With room on the right for the names of laws, which would otherwise lie on the last interval. */
    private static Scale across(List<Slope> drawn) {
        Scale points = Scale.log(drawn.stream().mapToDouble(Slope::d)).padded(0.1);
        return points.with(points.high() * Math.pow(points.high() / points.low(), NAMES));
    }

    private static List<ObjectNode> laws(String name, Scale across, Scale up) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int i = 0; i <= REFERENCE_POINTS; i++) {
            double x = across.low() * Math.pow(across.high() / across.low(), (double) i / REFERENCE_POINTS);
            boolean end = i == REFERENCE_POINTS;
            rows.add(Json.object("law", name, name, x, "slope", 1.0, "end", end));
            if (up.high() > 2) {
                rows.add(Json.object("law", name + "²", name, x, "slope", 2.0, "end", end));
            }
            if (x > Math.E && 1 + 1 / Math.log(x) < up.high()) {
                rows.add(Json.object("law", name + " log " + name, name, x, "slope", 1 + 1 / Math.log(x), "end", end));
            }
        }
        return rows;
    }
}
