package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The number of samples to the target along an axis: runs, medians, and laws. */
public final class SampleComplexity {
    private static final int MOST_RUNS = 2000;

    /** Groups on one linear axis whose largest medians differ by more than this factor cannot all be read. */
    private static final double MOST_APART = 3;

    private static final String SAMPLES = "samples";
    private static final String PER_DIMENSION = "samples_per_d";

    private final AlongAxis axis;
    private final Scaling scaling;

    private SampleComplexity(AlongAxis axis, Scaling scaling) {
        this.axis = axis;
        this.scaling = scaling;
    }

    /** A panel for each group. Without medians there is no figure. */
    public static Entry of(AlongAxis axis, List<MeasuredGroup> groups, List<FittedLaw> laws) {
        return new SampleComplexity(axis, Scaling.SAMPLES).figure(groups, laws);
    }

    /** The same with samples per dimension on a linear axis, along d: a straight line is d log d. */
    public static Entry perDimension(List<MeasuredGroup> groups, List<FittedLaw> laws) {
        return new SampleComplexity(AlongAxis.DIMENSION, Scaling.PER_DIMENSION).figure(groups, laws);
    }

    private boolean isPerDimension() {
        return scaling == Scaling.PER_DIMENSION;
    }

    private String title() {
        return isPerDimension() ? "Samples to the target over d, every run" : "Samples to the target, every run";
    }

    private String up() {
        return isPerDimension() ? "samples per dimension, n*/d" : "samples to the target, n*";
    }

    private double scaled(double samples, double x) {
        return scaling.of(samples, x);
    }

    private Entry figure(List<MeasuredGroup> groups, List<FittedLaw> laws) {
        List<Median> medians = groups.stream()
                .flatMap(group -> group.cells().stream().map(cell -> new Median(group, cell)))
                .toList();
        List<Run> runs = groups.stream().flatMap(Run::all).toList();
        if (medians.stream().noneMatch(Median::isKnown)) {
            return new LeftOut(title(), "In no cell did half of the runs reach the target.");
        }
        Shown shown = Shown.of(medians, Median::name, Median::name, 12);
        List<Run> drawn = Thinning.even(runs, MOST_RUNS);
        Function<String, ObjectNode> up = areFarApart(medians) ? this::ownHeight : height(up(medians, drawn, laws));
        Models models = Models.of(laws);
        Placement across = Placement.of(
                axis,
                DoubleStream.concat(
                        medians.stream().mapToDouble(Median::x), runs.stream().mapToDouble(Run::x)));
        return new Figure(
                isPerDimension() ? "samples-per-dimension" : "sample-complexity",
                title(),
                caption(medians, runs, drawn, laws) + across.note() + shown.note(),
                title() + " against " + axis.title() + ".",
                panels(shown, medians).plot(unit(across, up, models)),
                Map.of("rows", rows(shown, medians, drawn, laws)));
    }

    private Panels panels(Shown shown, List<Median> medians) {
        Panels panels = Panels.of(shown.panels());
        return areFarApart(medians) ? panels.withOwnHeights() : panels;
    }

    /** Whether one linear axis for all groups would press some of them flat. */
    private boolean areFarApart(List<Median> medians) {
        Map<String, Double> largest = medians.stream()
                .filter(Median::isKnown)
                .collect(Collectors.toMap(Median::name, median -> scaled(median.samples(), median.x()), Math::max));
        DoubleSummaryStatistics sizes =
                largest.values().stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return isPerDimension() && sizes.getMax() > MOST_APART * sizes.getMin();
    }

    private Function<String, ObjectNode> height(Scale up) {
        return field -> Channel.position(field, up(), Channel.COUNT, up);
    }

    private ObjectNode ownHeight(String field) {
        ObjectNode height = Channel.ownPosition(field, up());
        ((ObjectNode) height.get("axis")).put("labelExpr", Channel.COUNT);
        return height;
    }

    /** The lines by name, that of the recursion last, dashed and in the colour of the medians. */
    private record Models(List<String> names, int fitted) {
        static Models of(List<FittedLaw> laws) {
            List<String> others = names(laws.stream().filter(law -> law.origin() != FittedLaw.Origin.RECURSION));
            List<String> recursion = names(laws.stream().filter(law -> law.origin() == FittedLaw.Origin.RECURSION));
            return new Models(Stream.concat(others.stream(), recursion.stream()).toList(), others.size());
        }

        private static List<String> names(Stream<FittedLaw> laws) {
            return laws.map(FittedLaw::name).distinct().toList();
        }

        List<String> colours() {
            return Stream.concat(Palette.distinct(fitted).stream(), Stream.of(Marks.INK))
                    .limit(names.size())
                    .toList();
        }

        ObjectNode dashes() {
            return Marks.dashes("model", "", names.subList(0, fitted), names.subList(fitted, names.size()));
        }
    }

    /** The median of a cell, and what is known of it. */
    private record Median(MeasuredGroup group, CellFit cell) {
        String name() {
            return group.name();
        }

        double x() {
            return cell.x();
        }

        /** Infinite if less than half of the runs reached the target. */
        double samples() {
            return cell.kaplanMeier().estimate();
        }

        double low() {
            return group.least(cell);
        }

        double high() {
            return cell.kaplanMeier().interval().upper();
        }

        double from() {
            return isKnown() ? group.from(cell) : low();
        }

        double to() {
            return isKnown() ? group.to(cell) : low();
        }

        /** Whether the interval has no lower end. */
        boolean isOpenBelow() {
            return isKnown() && !(cell.kaplanMeier().interval().lower() > 0);
        }

        /** Whether the interval has no upper end. */
        boolean isOpenAbove() {
            return isKnown() && !Double.isFinite(high());
        }

        boolean isKnown() {
            return Double.isFinite(samples()) && samples() > 0;
        }
    }

    private record Run(String group, double x, Crossing crossing) {
        static Stream<Run> all(MeasuredGroup group) {
            return group.crossings().entrySet().stream()
                    .flatMap(cell ->
                            cell.getValue().stream().map(crossing -> new Run(group.name(), cell.getKey(), crossing)));
        }

        /** At which it reached the target, or at which it ended without having reached it. */
        double samples() {
            return crossing.isReached() ? crossing.upper() : crossing.lower();
        }
    }

    private DataTable rows(Shown shown, List<Median> medians, List<Run> runs, List<FittedLaw> laws) {
        DataTable.Builder rows = DataTable.of(
                "panel",
                "kind",
                "model",
                axis.name(),
                isPerDimension() ? PER_DIMENSION : SAMPLES,
                "low",
                "high",
                "from",
                "to",
                "runs",
                "reached");
        for (FittedLaw law : laws) {
            if (shown.panels().contains(law.group())) {
                for (Prediction point : law.line()) {
                    rows.add(
                            law.group(),
                            "fit",
                            law.name(),
                            axis.value(point.x()),
                            scaled(point.median(), point.x()),
                            scaled(point.confidence().lower(), point.x()),
                            scaled(point.confidence().upper(), point.x()),
                            null,
                            null,
                            null,
                            null);
                }
            }
        }
        for (Run run : runs) {
            if (shown.panels().contains(run.group())) {
                String kind = run.crossing().isReached() ? "run" : "censored run";
                rows.add(
                        run.group(),
                        kind,
                        null,
                        axis.value(run.x()),
                        scaled(run.samples(), run.x()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
        }
        for (Median median : medians) {
            if (shown.panels().contains(median.name())) {
                rows.add(
                        median.name(),
                        median.isKnown() ? "median" : "censored median",
                        null,
                        axis.value(median.x()),
                        scaled(median.isKnown() ? median.samples() : median.low(), median.x()),
                        median.isOpenBelow() ? null : scaled(median.low(), median.x()),
                        scaled(median.high(), median.x()),
                        scaled(median.from(), median.x()),
                        scaled(median.to(), median.x()),
                        median.cell().runs(),
                        median.cell().reached());
                if (median.isOpenBelow()) {
                    addArrow(rows, median, "open below", median.from());
                }
                if (median.isOpenAbove()) {
                    addArrow(rows, median, "open above", median.to());
                }
            }
        }
        return rows.build();
    }

    /** The end of an interval that has none. */
    private void addArrow(DataTable.Builder rows, Median median, String kind, double samples) {
        double at = scaled(samples, median.x());
        rows.add(median.name(), kind, null, axis.value(median.x()), at, null, null, null, null, null, null);
    }

    private Scale up(List<Median> medians, List<Run> runs, List<FittedLaw> laws) {
        DoubleStream all = Stream.of(
                        medians.stream()
                                .flatMapToDouble(cell -> DoubleStream.of(cell.samples(), cell.from(), cell.to())
                                        .map(samples -> scaled(samples, cell.x()))),
                        runs.stream().mapToDouble(run -> scaled(run.samples(), run.x())),
                        laws.stream()
                                .flatMap(law -> law.line().stream())
                                .mapToDouble(point -> scaled(point.median(), point.x())))
                .flatMapToDouble(values -> values);
        return (isPerDimension() ? Scale.linear(all.filter(value -> value > 0)) : Scale.log(all)).padded(0.05);
    }

    private ObjectNode unit(Placement across, Function<String, ObjectNode> up, Models models) {
        ObjectNode x = across.channel();
        ObjectNode y = up.apply(isPerDimension() ? PER_DIMENSION : SAMPLES);
        ObjectNode colour = Channel.lineColour("model", "", models.names(), models.colours());
        List<Object> layers = new ArrayList<>();
        if (!models.names().isEmpty()) {
            ObjectNode band = up.apply("low");
            layers.add(Marks.layer(
                    "fit",
                    Json.object("type", "area", "opacity", 0.15),
                    Json.object("x", x, "y", band, "y2", Channel.end("high"), "color", colour)));
            layers.add(Marks.layer(
                    "fit",
                    Json.object("type", "line", "strokeWidth", 1.6),
                    Json.object("x", x, "y", y, "color", colour, "strokeDash", models.dashes())));
        }
        layers.add(Marks.layer("run", Marks.dot(10, 0.35), Json.object("x", x, "y", y)));
        layers.add(Marks.layer("censored run", Marks.openTriangle(22, 0.6), Json.object("x", x, "y", y)));
        ObjectNode from = up.apply("from");
        layers.add(Marks.layer(
                "median",
                Json.object("type", "rule", "strokeWidth", 1.6, "color", Marks.INK),
                Json.object("x", x, "y", from, "y2", Channel.end("to"))));
        layers.add(Marks.layer("open above", arrow("triangle-up"), Json.object("x", x, "y", y)));
        layers.add(Marks.layer("open below", arrow("triangle-down"), Json.object("x", x, "y", y)));
        layers.add(Marks.layer(
                "median",
                Json.object("type", "point", "shape", "circle", "filled", true, "size", 36, "color", Marks.INK),
                Json.object("x", x, "y", y, "tooltip", tooltip())));
        layers.add(Marks.layer(
                "censored median",
                Json.object("type", "point", "shape", "triangle-up", "size", 90, "strokeWidth", 2, "color", Marks.INK),
                Json.object("x", x, "y", y, "tooltip", tooltip())));
        return across.plot(layers);
    }

    /** The end of an interval that goes on. */
    private static ObjectNode arrow(String shape) {
        return Json.object("type", "point", "shape", shape, "filled", true, "size", 40, "color", Marks.INK);
    }

    private Object tooltip() {
        return Json.array(
                Channel.tip(axis.name(), axis.name()),
                isPerDimension()
                        ? Channel.tip(PER_DIMENSION, "samples per dimension", ",.1f")
                        : Channel.tip(SAMPLES, "samples", ",.0f"),
                Channel.tip("low", "from", ",.0f"),
                Channel.tip("high", "to", ",.0f"),
                Channel.tip("runs", "runs", ",.0f"),
                Channel.tip("reached", "of these reached it", ",.0f"));
    }

    private String caption(List<Median> medians, List<Run> runs, List<Run> drawn, List<FittedLaw> laws) {
        String omission =
                runs.size() == drawn.size() ? "" : " Of " + runs.size() + " runs, " + drawn.size() + " are drawn.";
        if (isPerDimension()) {
            return "The same over d. Samples in proportion to d lie on a level line, d log d on a straight one that rises."
                    + (areFarApart(medians) ? " Each panel has a scale of its own." : "") + omission;
        }
        String text = "Large dots are Kaplan–Meier medians over the runs of a cell with their confidence intervals"
                + (runs.isEmpty() ? "." : ", small dots single runs.");
        if (runs.stream().anyMatch(run -> !run.crossing().isReached())
                || medians.stream().anyMatch(cell -> !cell.isKnown())) {
            text += " An open triangle stands where a run, or a cell's median, is only known to be larger.";
        }
        if (medians.stream().anyMatch(cell -> cell.isOpenBelow() || cell.isOpenAbove())) {
            text += " An arrowhead stands at the first or last crossing where so few runs set the interval no end.";
        }
        if (laws.stream().anyMatch(law -> law.origin() == FittedLaw.Origin.FIT)) {
            text += " Lines are laws fitted to all runs, those that did not reach the target included.";
        }
        if (laws.stream().anyMatch(law -> law.origin() == FittedLaw.Origin.THEORY)) {
            text += " The line of theory goes through the median at the least value of " + axis.name() + ".";
        }
        if (laws.stream().anyMatch(law -> law.origin() == FittedLaw.Origin.RECURSION)) {
            text +=
                    " The dashed line in the colour of the medians is theory, without a free parameter; its band is that of the"
                            + " networks from which theory started.";
        }
        return text + omission;
    }
}
