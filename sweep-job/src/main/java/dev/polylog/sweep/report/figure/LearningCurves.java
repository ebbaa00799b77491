package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Error or loss against samples, as they are or divided so that dimensions compare. */
public final class LearningCurves {
    private LearningCurves() {}

    /**
     * A figure with a panel and a colour for each series.
     *
     * @param lineTitle what the names of the lines are values of, such as {@code d}
     * @param bands any number of checkpoints of each series
     */
    public static Entry of(Quantity quantity, Scaling scaling, String lineTitle, List<Band> bands) {
        String title = capital(quantity.toString()) + " against "
                + (scaling == Scaling.SAMPLES ? "samples" : scaling.toString());
        List<Band> measured = bands.stream()
                .filter(band -> Double.isFinite(band.median()) && band.samples() > 0)
                .toList();
        if (measured.isEmpty()) {
            return new LeftOut(title, "No run has a checkpoint with a finite " + quantity + ".");
        }
        if (scaling != Scaling.SAMPLES
                && measured.stream()
                                .mapToDouble(band -> band.series().d())
                                .distinct()
                                .count()
                        < 2) {
            return new LeftOut(title, "All runs have the same dimension, so there are no curves to compare.");
        }
        Shown shown = Shown.of(measured.stream().map(Band::series).toList());
        List<Band> drawn =
                measured.stream().filter(band -> shown.includes(band.series())).toList();
        DataTable rows = rows(scaling, drawn);
        return new Figure(
                quantity.id() + scaling.suffix(),
                title,
                caption(scaling, drawn) + shown.note(),
                "Curves of " + quantity + " against " + scaling.axis() + " for " + lineTitle + " = "
                        + String.join(", ", shown.lines()) + ".",
                Panels.of(shown.panels()).plot(unit(quantity, scaling, lineTitle, shown, drawn)),
                Map.of("rows", rows));
    }

    private static DataTable rows(Scaling scaling, List<Band> drawn) {
        DataTable.Builder rows =
                DataTable.of("panel", "line", "d", "samples", "x", "runs", "q05", "q25", "q50", "q75", "q95");
        Map<Series, List<Band>> curves = Shown.groups(drawn, Band::series);
        int most = Thinning.share(curves.size());
        curves.forEach((series, curve) -> {
            for (Band band : Thinning.logarithmic(curve, Band::samples, most)) {
                rows.add(
                        series.panel(),
                        series.line(),
                        series.d(),
                        band.samples(),
                        scaling.of(band.samples(), series.d()),
                        band.runs(),
                        band.low(),
                        band.lower(),
                        band.median(),
                        band.upper(),
                        band.high());
            }
        });
        return rows.build();
    }

    private static ObjectNode unit(
            Quantity quantity, Scaling scaling, String lineTitle, Shown shown, List<Band> drawn) {
        Scale across = Scale.log(drawn.stream()
                .mapToDouble(band -> scaling.of(band.samples(), band.series().d())));
        Scale up = Scale.log(drawn.stream().flatMapToDouble(band -> DoubleStream.of(band.median(), band.upper())))
                .atLeast(1e-4);
        ObjectNode shared = Json.object(
                "x",
                Channel.position("x", scaling.axis(), Channel.COUNT, across),
                "color",
                Channel.lineColour("line", lineTitle, shown.lines(), Palette.of(shown.lines())));
        String axis = quantity.axis();
        ObjectNode line = Json.object(
                "params",
                Channel.picking("line"),
                "mark",
                Json.object("type", "line", "strokeWidth", 1.8),
                "encoding",
                Json.object("y", Channel.position("q50", axis, Channel.PLAIN, up), "opacity", Channel.whilePicked(1)));
        return Json.object(
                "encoding",
                shared,
                "layer",
                Json.array(area("q05", "q95", 0.12, axis, up), area("q25", "q75", 0.24, axis, up), line));
    }

    private static ObjectNode area(String low, String high, double opacity, String axis, Scale up) {
        return Json.object(
                "mark",
                Json.object("type", "area", "line", false),
                "encoding",
                Json.object(
                        "y", Channel.position(low, axis, Channel.PLAIN, up),
                        "y2", Channel.end(high),
                        "opacity", Channel.whilePicked(opacity)));
    }

    private static String caption(Scaling scaling, List<Band> drawn) {
        String bands =
                "Lines are medians over the runs of a cell, the darker bands hold the middle half of the runs and the"
                        + " lighter ones nine tenths.";
        String edge = drawn.stream().anyMatch(band -> band.low() <= 0) ? " Zeros are drawn on the lower edge." : "";
        return bands
                + edge
                + switch (scaling) {
                    case SAMPLES -> "";
                    case PER_DIMENSION -> " If samples in proportion to d were enough, the curves would fall together.";
                    case PER_D_LOG_D -> " If d log d samples were enough, the curves would fall together.";
                };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
