package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The picture of the answer: medians of all groups in one panel, each with its law and with theory. */
public final class Overview {
    private static final String WITHOUT_LINE = "";
    private static final String LAW = "fitted law";
    private static final int MOST_GROUPS = 7;

    /** A wider range of heights is drawn on a logarithmic axis. */
    private static final double MOST_LINEAR = 12;

    private final AlongAxis axis;
    private final Scaling scaling;

    private Overview(AlongAxis axis, Scaling scaling) {
        this.axis = axis;
        this.scaling = scaling;
    }

    /**
     * A colour for each group.
     *
     * @param laws one fitted law a group and what theory says of it, or either, or neither
     */
    public static Entry of(AlongAxis axis, List<MeasuredGroup> groups, List<FittedLaw> laws) {
        return new Overview(axis, Scaling.SAMPLES).figure(groups, laws);
    }

    /** The same with samples per dimension, along d. */
    public static Entry perDimension(List<MeasuredGroup> groups, List<FittedLaw> laws) {
        return new Overview(AlongAxis.DIMENSION, Scaling.PER_DIMENSION).figure(groups, laws);
    }

    private boolean isPerDimension() {
        return scaling == Scaling.PER_DIMENSION;
    }

    private String title() {
        return isPerDimension() ? "n*/d along d" : "n* along " + axis.name();
    }

    private Entry figure(List<MeasuredGroup> groups, List<FittedLaw> laws) {
        List<MeasuredGroup> known = groups.stream()
                .filter(group -> group.cells().stream().anyMatch(Overview::isKnown))
                .toList();
        if (known.isEmpty()) {
            return new LeftOut(title(), "In no cell did half of the runs reach the target.");
        }
        List<MeasuredGroup> drawn = Thinning.even(known, MOST_GROUPS);
        List<String> names = drawn.stream().map(MeasuredGroup::name).toList();
        List<FittedLaw> lines =
                laws.stream().filter(law -> names.contains(law.group())).toList();
        Placement across = Placement.of(
                axis, drawn.stream().flatMap(group -> group.cells().stream()).mapToDouble(CellFit::x));
        Scale up = up(drawn, lines);
        return new Figure(
                isPerDimension() ? "answer-per-dimension" : "answer",
                title(),
                caption(lines, up)
                        + across.note()
                        + (drawn.size() == known.size()
                                ? ""
                                : " Of " + known.size() + " groups, " + drawn.size() + " are drawn."),
                "Medians of " + (isPerDimension() ? "n*/d" : "n*") + " against " + axis.title()
                        + " with intervals, laws and theory.",
                Panels.one().plot(unit(across, up, drawn, lines)),
                Map.of("rows", rows(drawn, lines)));
    }

    private static boolean isKnown(CellFit cell) {
        return cell.kaplanMeier().estimate() > 0
                && Double.isFinite(cell.kaplanMeier().estimate());
    }

    private String caption(List<FittedLaw> lines, Scale up) {
        String dots = "Dots are medians over runs with their intervals";
        List<String> laws = lines.stream()
                .filter(law -> law.origin() == FittedLaw.Origin.FIT)
                .map(FittedLaw::name)
                .distinct()
                .toList();
        String fits = laws.isEmpty()
                ? ""
                : laws.size() == 1
                        ? ", solid lines the law " + laws.get(0) + " fitted to all runs"
                        : ", solid lines the fitted laws of the table";
        String theory = lines.stream().anyMatch(law -> law.origin() != FittedLaw.Origin.FIT)
                ? (fits.isEmpty() ? "," : ", and") + " dashed lines theory"
                : "";
        return dots + fits + theory + "." + (isPerDimension() ? perDimension(up) : "");
    }

    private static String perDimension(Scale up) {
        return " Samples in proportion to d would lie on a level line"
                + (up.isLog() ? "." : ", d log d on a straight one. The upright axis does not begin at 0.");
    }

    private static String line(FittedLaw law) {
        return law.origin() == FittedLaw.Origin.FIT
                ? LAW
                : law.origin() == FittedLaw.Origin.RECURSION ? Marks.THEORY_NAME : law.name();
    }

    private DataTable rows(List<MeasuredGroup> groups, List<FittedLaw> lines) {
        DataTable.Builder rows = DataTable.of(
                "kind", "group", "line", "law", axis.name(), "value", "low", "high", "from", "to", "runs", "reached");
        for (FittedLaw law : lines) {
            boolean isFit = law.origin() == FittedLaw.Origin.FIT;
            for (Prediction point : law.line()) {
                rows.add(
                        "line",
                        law.group(),
                        line(law),
                        law.name(),
                        axis.value(point.x()),
                        scaled(point.median(), point.x()),
                        isFit ? scaled(point.confidence().lower(), point.x()) : null,
                        isFit ? scaled(point.confidence().upper(), point.x()) : null,
                        null,
                        null,
                        null,
                        null);
            }
        }
        for (MeasuredGroup group : groups) {
            for (CellFit cell : group.cells()) {
                boolean isKnown = isKnown(cell);
                double low = cell.kaplanMeier().interval().lower();
                rows.add(
                        isKnown ? "median" : "censored median",
                        group.name(),
                        WITHOUT_LINE,
                        null,
                        axis.value(cell.x()),
                        scaled(isKnown ? cell.kaplanMeier().estimate() : group.least(cell), cell.x()),
                        low > 0 ? scaled(low, cell.x()) : null,
                        scaled(cell.kaplanMeier().interval().upper(), cell.x()),
                        isKnown ? scaled(group.from(cell), cell.x()) : null,
                        isKnown ? scaled(group.to(cell), cell.x()) : null,
                        cell.runs(),
                        cell.reached());
            }
        }
        return rows.build();
    }

    private double scaled(double samples, double x) {
        return scaling.of(samples, x);
    }

    private Scale up(List<MeasuredGroup> groups, List<FittedLaw> lines) {
        double[] values = Stream.concat(
                        groups.stream()
                                .flatMap(group -> group.cells().stream()
                                        .filter(Overview::isKnown)
                                        .flatMap(cell -> Stream.of(
                                                scaled(group.from(cell), cell.x()), scaled(group.to(cell), cell.x())))),
                        lines.stream()
                                .flatMap(law -> law.line().stream())
                                .map(point -> scaled(point.median(), point.x())))
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double least = DoubleStream.of(values).min().orElse(1);
        double most = DoubleStream.of(values).max().orElse(1);
        boolean isLinear = isPerDimension() && most < MOST_LINEAR * least;
        return (isLinear ? Scale.linear(DoubleStream.of(values)) : Scale.log(DoubleStream.of(values))).padded(0.05);
    }

    private ObjectNode unit(Placement across, Scale up, List<MeasuredGroup> groups, List<FittedLaw> lines) {
        List<String> names = groups.stream().map(MeasuredGroup::name).toList();
        String title = isPerDimension() ? "samples per dimension, n*/d" : "samples to the target, n*";
        ObjectNode x = across.channel();
        ObjectNode y = Channel.position("value", title, Channel.COUNT, up);
        ObjectNode colour = Channel.colour("group", "", names, Palette.distinct(names.size()));
        List<Object> layers = new ArrayList<>();
        if (!lines.isEmpty()) {
            layers.add(Marks.layer(
                    "line",
                    Json.object("type", "area", "opacity", 0.13),
                    Json.object(
                            "x",
                            x,
                            "y",
                            Channel.position("low", title, Channel.COUNT, up),
                            "y2",
                            Channel.end("high"),
                            "color",
                            colour)));
            layers.add(Marks.layer(
                    "line",
                    Json.object("type", "line", "strokeWidth", 1.8),
                    Json.object(
                            "x",
                            x,
                            "y",
                            y,
                            "color",
                            colour,
                            "strokeDash",
                            dashes(lines),
                            "detail",
                            Channel.nominal("law", ""))));
        }
        layers.add(Marks.layer(
                "median",
                Json.object("type", "rule", "strokeWidth", 1.8),
                Json.object(
                        "x",
                        x,
                        "y",
                        Channel.position("from", title, Channel.COUNT, up),
                        "y2",
                        Channel.end("to"),
                        "color",
                        colour)));
        layers.add(Marks.layer(
                "median",
                Json.object("type", "point", "shape", "circle", "filled", true, "size", 48, "opacity", 1),
                Json.object("x", x, "y", y, "color", colour, "tooltip", tooltip())));
        layers.add(Marks.layer(
                "censored median",
                Json.object("type", "point", "shape", "triangle-up", "size", 80, "strokeWidth", 1.8),
                Json.object("x", x, "y", y, "color", colour, "tooltip", tooltip())));
        return across.plot(layers);
    }

    private static ObjectNode dashes(List<FittedLaw> lines) {
        List<String> names = lines.stream().map(Overview::line).distinct().toList();
        return Marks.dashes(
                "line",
                "",
                names.stream().filter(LAW::equals).toList(),
                names.stream().filter(name -> !name.equals(LAW)).toList());
    }

    private Object tooltip() {
        return Json.array(
                Channel.tip("group", "cells"),
                Channel.tip(axis.name(), axis.name()),
                Channel.tip("value", isPerDimension() ? "n*/d" : "n*", ",.4~r"),
                Channel.tip("low", "from", ",.4~r"),
                Channel.tip("high", "to", ",.4~r"),
                Channel.tip("runs", "runs", ",.0f"),
                Channel.tip("reached", "of these reached it", ",.0f"));
    }
}
