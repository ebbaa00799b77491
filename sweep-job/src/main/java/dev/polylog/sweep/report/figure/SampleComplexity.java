package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    public static Entry of(String axis, List<CellMedian> medians, List<RunSamples> runs, List<FittedPoint> fits) {
        if (medians.stream().noneMatch(CellMedian::isKnown)) {
            return new LeftOut(TITLE, "In no cell did half of the runs reach the target.");
        }
        Shown shown = Shown.of(medians, CellMedian::group, CellMedian::group, 12);
        List<RunSamples> drawn = Thinning.even(runs, MOST_RUNS);
        Scale up = up(medians, drawn, fits);
        List<String> models = fits.stream().map(FittedPoint::model).distinct().toList();
        return new Figure(
                "sample-complexity",
                TITLE,
                caption(medians, runs, drawn, models) + shown.note(),
                "Samples to the target against " + axis + ", on two logarithmic axes.",
                Panels.of(shown.panels()).plot(unit(axis, up, medians, fits, models)),
                Map.of("rows", rows(shown, up, medians, drawn, fits)));
    }

    private static DataTable rows(
            Shown shown, Scale up, List<CellMedian> medians, List<RunSamples> runs, List<FittedPoint> fits) {
        DataTable.Builder rows =
                DataTable.of("panel", "kind", "model", "d", "samples", "low", "high", "to", "runs", "reached");
        for (FittedPoint fit : fits) {
            if (shown.panels().contains(fit.group())) {
                rows.add(
                        fit.group(),
                        "fit",
                        fit.model(),
                        fit.d(),
                        fit.samples(),
                        fit.low(),
                        fit.high(),
                        null,
                        null,
                        null);
            }
        }
        for (RunSamples run : runs) {
            if (shown.panels().contains(run.group())) {
                String kind = run.status() == RunSamples.Status.REACHED ? "run" : "censored run";
                rows.add(run.group(), kind, null, run.d(), run.samples(), null, null, null, null, null);
            }
        }
        for (CellMedian cell : medians) {
            if (shown.panels().contains(cell.group())) {
                rows.add(
                        cell.group(),
                        cell.isKnown() ? "median" : "censored median",
                        null,
                        cell.d(),
                        cell.isKnown() ? cell.median() : cell.low(),
                        cell.low(),
                        cell.high(),
                        Double.isFinite(cell.high()) ? cell.high() : up.high(),
                        cell.runs(),
                        cell.reached());
            }
        }
        return rows.build();
    }

    private static Scale up(List<CellMedian> medians, List<RunSamples> runs, List<FittedPoint> fits) {
        return Scale.log(Stream.of(
                                medians.stream()
                                        .flatMapToDouble(
                                                cell -> DoubleStream.of(cell.median(), cell.low(), cell.high())),
                                runs.stream().mapToDouble(RunSamples::samples),
                                fits.stream().mapToDouble(FittedPoint::samples))
                        .flatMapToDouble(values -> values))
                .padded(0.05);
    }

    private static ObjectNode unit(
            String axis, Scale up, List<CellMedian> medians, List<FittedPoint> fits, List<String> models) {
        DoubleStream dimensions = DoubleStream.concat(
                medians.stream().mapToDouble(CellMedian::d), fits.stream().mapToDouble(FittedPoint::d));
        Scale across = Scale.log(dimensions).padded(0.06);
        ObjectNode x = Channel.dimension(axis, across, medians.stream().mapToDouble(CellMedian::d));
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
        ObjectNode from = Channel.position("low", UP, Channel.COUNT, up);
        layers.add(Marks.layer(
                "median",
                Json.object("type", "rule", "strokeWidth", 1.6, "color", Marks.INK),
                Json.object("x", x, "y", from, "y2", Channel.end("to"))));
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

    private static Object tooltip() {
        return Json.array(
                Channel.tip("d", "d", ",.0f"),
                Channel.tip("samples", "samples", ",.0f"),
                Channel.tip("low", "from", ",.0f"),
                Channel.tip("high", "to", ",.0f"),
                Channel.tip("runs", "runs", ",.0f"),
                Channel.tip("reached", "of these reached it", ",.0f"));
    }

    private static String caption(
            List<CellMedian> medians, List<RunSamples> runs, List<RunSamples> drawn, List<String> models) {
        String text = "Large dots are Kaplan–Meier medians over the runs of a cell with their confidence intervals"
                + (runs.isEmpty() ? "." : ", small dots single runs.");
        if (runs.stream().anyMatch(run -> run.status() == RunSamples.Status.CENSORED)
                || medians.stream().anyMatch(cell -> !cell.isKnown())) {
            text += " An open triangle stands where a run, or a cell's median, is only known to be larger.";
        }
        if (!models.isEmpty()) {
            text += " Lines are models fitted to all runs, those that did not reach the target included.";
        }
        return runs.size() == drawn.size()
                ? text
                : text + " Of " + runs.size() + " runs, " + drawn.size() + " are drawn.";
    }
}
