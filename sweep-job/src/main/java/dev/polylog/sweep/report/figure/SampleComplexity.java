package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The number of samples to the target against the dimension: runs, medians and fitted models. */
public final class SampleComplexity {
    private static final String TITLE = "Samples to the target";
    private static final int MOST_RUNS = 2000;
    private static final String UP = "samples to the target, n*";

    private SampleComplexity() {}

    /**
     * A panel for each group. Without medians there is no figure.
     *
     * @param axis title of the horizontal axis, such as {@code dimension d}
     */
    public static Entry of(String axis, List<MeasuredGroup> groups, List<FittedLaw> laws) {
        List<Median> medians = groups.stream()
                .flatMap(group -> group.cells().stream().map(cell -> new Median(group, cell)))
                .toList();
        List<Run> runs = groups.stream().flatMap(Run::all).toList();
        if (medians.stream().noneMatch(Median::isKnown)) {
            return new LeftOut(TITLE, "In no cell did half of the runs reach the target.");
        }
        Shown shown = Shown.of(medians, Median::name, Median::name, 12);
        List<Run> drawn = Thinning.even(runs, MOST_RUNS);
        Scale up = up(medians, drawn, laws);
        List<String> models = laws.stream().map(FittedLaw::name).distinct().toList();
        return new Figure(
                "sample-complexity",
                TITLE,
                caption(medians, runs, drawn, models) + shown.note(),
                "Samples to the target against " + axis + ", on two logarithmic axes.",
                Panels.of(shown.panels()).plot(unit(axis, up, medians, laws, models)),
                Map.of("rows", rows(shown, medians, drawn, laws)));
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

    private static DataTable rows(Shown shown, List<Median> medians, List<Run> runs, List<FittedLaw> laws) {
        DataTable.Builder rows =
                DataTable.of("panel", "kind", "model", "d", "samples", "low", "high", "from", "to", "runs", "reached");
        for (FittedLaw law : laws) {
            if (shown.panels().contains(law.group())) {
                for (Prediction point : law.line()) {
                    rows.add(
                            law.group(),
                            "fit",
                            law.name(),
                            point.x(),
                            point.median(),
                            point.confidence().lower(),
                            point.confidence().upper(),
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
                rows.add(run.group(), kind, null, run.x(), run.samples(), null, null, null, null, null, null);
            }
        }
        for (Median median : medians) {
            if (shown.panels().contains(median.name())) {
                rows.add(
                        median.name(),
                        median.isKnown() ? "median" : "censored median",
                        null,
                        median.x(),
                        median.isKnown() ? median.samples() : median.low(),
                        median.isOpenBelow() ? null : median.low(),
                        median.high(),
                        median.from(),
                        median.to(),
                        median.cell().runs(),
                        median.cell().reached());
                if (median.isOpenBelow()) {
                    rows.add(
                            median.name(),
                            "open below",
                            null,
                            median.x(),
                            median.from(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
                }
                if (median.isOpenAbove()) {
                    rows.add(
                            median.name(),
                            "open above",
                            null,
                            median.x(),
                            median.to(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
                }
            }
        }
        return rows.build();
    }

    private static Scale up(List<Median> medians, List<Run> runs, List<FittedLaw> laws) {
        return Scale.log(Stream.of(
                                medians.stream()
                                        .flatMapToDouble(
                                                cell -> DoubleStream.of(cell.samples(), cell.from(), cell.to())),
                                runs.stream().mapToDouble(Run::samples),
                                laws.stream()
                                        .flatMap(law -> law.line().stream())
                                        .mapToDouble(Prediction::median))
                        .flatMapToDouble(values -> values))
                .padded(0.05);
    }

    private static ObjectNode unit(
            String axis, Scale up, List<Median> medians, List<FittedLaw> laws, List<String> models) {
        DoubleStream dimensions = DoubleStream.concat(
                medians.stream().mapToDouble(Median::x),
                laws.stream().flatMap(law -> law.line().stream()).mapToDouble(Prediction::x));
        Scale across = Scale.log(dimensions).padded(0.06);
        ObjectNode x = Channel.dimension(axis, across, medians.stream().mapToDouble(Median::x));
        ObjectNode y = Channel.position("samples", UP, Channel.COUNT, up);
        ObjectNode colour = Channel.lineColour("model", "fitted model", models, Palette.distinct(models.size()));
        List<Object> layers = new ArrayList<>();
        if (!models.isEmpty()) {
            ObjectNode band = Channel.position("low", UP, Channel.COUNT, up);
            layers.add(Marks.layer(
                    "fit",
                    Json.object("type", "area", "opacity", 0.15),
                    Json.object("x", x, "y", band, "y2", Channel.end("high"), "color", colour)));
            layers.add(Marks.layer(
                    "fit",
                    Json.object("type", "line", "strokeWidth", 1.6),
                    Json.object(
                            "x",
                            x,
                            "y",
                            y,
                            "color",
                            colour,
                            "strokeDash",
                            Marks.dashes("model", "fitted model", models))));
        }
        layers.add(Marks.layer("run", Marks.dot(10, 0.35), Json.object("x", x, "y", y)));
        layers.add(Marks.layer("censored run", Marks.openTriangle(22, 0.6), Json.object("x", x, "y", y)));
        ObjectNode from = Channel.position("from", UP, Channel.COUNT, up);
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
        return Json.object("layer", layers);
    }

    /** The end of an interval that goes on. */
    private static ObjectNode arrow(String shape) {
        return Json.object("type", "point", "shape", shape, "filled", true, "size", 40, "color", Marks.INK);
    }

    private static Object tooltip() {
        return Json.array(
                Channel.tip("d", "d", ",.0f"),
                Channel.tip("samples", "samples", ",.0f"),
                Channel.tip("low", "from", ",.0f"),
                Channel.tip("high", "to", ",.0f"),
                Channel.tip("runs", "runs", ",.0f"),
                Channel.tip("reached", "of these reached it", ",.0f"));
    }

    private static String caption(List<Median> medians, List<Run> runs, List<Run> drawn, List<String> models) {
        String text = "Large dots are Kaplan–Meier medians over the runs of a cell with their confidence intervals"
                + (runs.isEmpty() ? "." : ", small dots single runs.");
        if (runs.stream().anyMatch(run -> !run.crossing().isReached())
                || medians.stream().anyMatch(cell -> !cell.isKnown())) {
            text += " An open triangle stands where a run, or a cell's median, is only known to be larger.";
        }
        if (medians.stream().anyMatch(cell -> cell.isOpenBelow() || cell.isOpenAbove())) {
            text += " An arrowhead stands at the first or last crossing where so few runs set the interval no end.";
        }
        if (!models.isEmpty()) {
            text += " Lines are models fitted to all runs, those that did not reach the target included.";
        }
        return runs.size() == drawn.size()
                ? text
                : text + " Of " + runs.size() + " runs, " + drawn.size() + " are drawn.";
    }
}
