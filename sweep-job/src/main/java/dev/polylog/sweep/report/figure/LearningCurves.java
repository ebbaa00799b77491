package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion.Observed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Error or loss against samples, as they are or divided so that dimensions compare. */
public final class LearningCurves {
    private static final String SOURCE = "source";
    private static final String RUNS = "runs";

    private LearningCurves() {}

    /**
     * A figure with a panel and a colour for each series.
     *
     * @param lineTitle what the names of the lines are values of, such as {@code d}
     * @param curves any number of levels of each series, in order of samples; those of other quantities are passed over
     * @param theory of the same series, of any of them or of none
     * @param bestLine error of the best linear classifier, to compare with, if there is one
     */
    public static Entry of(
            Observed quantity,
            Scaling scaling,
            String lineTitle,
            Map<Series, List<BandLevel>> curves,
            Map<Series, List<BandLevel>> theory,
            OptionalDouble bestLine) {
        String title = capital(quantity.toString()) + " against "
                + (scaling == Scaling.SAMPLES ? "samples" : scaling.toString());
        Map<Series, List<BandLevel>> measured = measured(quantity, curves);
        if (measured.isEmpty()) {
            return new LeftOut(title, "No run has a checkpoint with a finite " + quantity + ".");
        }
        if (scaling != Scaling.SAMPLES
                && measured.keySet().stream().mapToDouble(Series::d).distinct().count() < 2) {
            return new LeftOut(title, "All runs have the same dimension, so there are no curves to compare.");
        }
        Shown shown = Shown.of(measured.keySet());
        Map<Series, List<BandLevel>> drawn = new LinkedHashMap<>(measured);
        drawn.keySet().removeIf(series -> !shown.includes(series));
        Map<Series, List<BandLevel>> expected = measured(quantity, theory);
        expected.keySet().retainAll(drawn.keySet());
        return new Figure(
                quantity.toString().replace(' ', '-') + scaling.suffix(),
                title,
                caption(scaling, drawn) + shown.note(),
                "Curves of " + quantity + " against " + scaling.axis() + " for " + lineTitle + " = "
                        + String.join(", ", shown.lines()) + ".",
                panels(shown, isSmall(drawn))
                        .plot(unit(quantity, scaling, lineTitle, shown, drawn, expected, bestLine)),
                Map.of("rows", rows(scaling, drawn, expected)));
    }

    private static Panels panels(Shown shown, boolean areSmall) {
        Panels panels = Panels.of(shown.panels());
        return areSmall ? panels.withOwnHeights() : panels;
    }

    /** Whether medians keep to one decade: on one logarithmic scale for all, some panels would show a line on an edge. */
    private static boolean isSmall(Map<Series, List<BandLevel>> curves) {
        DoubleSummaryStatistics medians =
                levels(curves).mapToDouble(BandLevel::q50).summaryStatistics();
        return medians.getMin() * 10 > medians.getMax();
    }

    private static Map<Series, List<BandLevel>> measured(Observed quantity, Map<Series, List<BandLevel>> curves) {
        Map<Series, List<BandLevel>> measured = new LinkedHashMap<>();
        curves.forEach((series, levels) -> {
            List<BandLevel> known = levels.stream()
                    .filter(level -> level.observable().equals(quantity.column()))
                    .filter(level -> Double.isFinite(level.q50()) && level.samples() > 0)
                    .toList();
            if (!known.isEmpty()) {
                measured.put(series, known);
            }
        });
        return measured;
    }

    private static DataTable rows(
            Scaling scaling, Map<Series, List<BandLevel>> curves, Map<Series, List<BandLevel>> theory) {
        DataTable.Builder rows =
                DataTable.of("panel", "line", "d", "samples", "x", "runs", "q05", "q25", "q50", "q75", "q95", "source");
        int most = Thinning.share(curves.size() + theory.size());
        addRows(rows, scaling, curves, most, RUNS);
        addRows(rows, scaling, theory, most, Marks.THEORY_NAME);
        return rows.build();
    }

    private static void addRows(
            DataTable.Builder rows, Scaling scaling, Map<Series, List<BandLevel>> curves, int most, String source) {
        curves.forEach((series, curve) -> {
            for (BandLevel level : Thinning.logarithmic(curve, BandLevel::samples, most)) {
                rows.add(
                        series.panel(),
                        series.line(),
                        series.d(),
                        level.samples(),
                        scaling.of((double) level.samples(), series.d()),
                        level.runs(),
                        level.q05(),
                        level.q25(),
                        level.q50(),
                        level.q75(),
                        level.q95(),
                        source);
            }
        });
    }

    private static ObjectNode unit(
            Observed quantity,
            Scaling scaling,
            String lineTitle,
            Shown shown,
            Map<Series, List<BandLevel>> drawn,
            Map<Series, List<BandLevel>> theory,
            OptionalDouble bestLine) {
        Scale across = Scale.log(Stream.concat(drawn.entrySet().stream(), theory.entrySet().stream())
                .flatMapToDouble(curve -> curve.getValue().stream()
                        .mapToDouble(level -> scaling.of(
                                (double) level.samples(), curve.getKey().d()))));
        Scale up = Scale.log(DoubleStream.concat(
                        bestLine.stream(),
                        DoubleStream.concat(
                                levels(drawn).flatMapToDouble(level -> DoubleStream.of(level.q50(), level.q75())),
                                levels(theory).mapToDouble(BandLevel::q50))))
                .atLeast(1e-4);
        ObjectNode shared = Json.object(
                "x",
                Channel.position("x", scaling.axis(), Channel.COUNT, across),
                "color",
                Channel.lineColour("line", lineTitle, shown.lines(), Palette.of(shown.lines())));
        boolean isSmall = isSmall(drawn);
        Function<String, ObjectNode> height = column -> isSmall
                ? Channel.ownPosition(column, axis(quantity))
                : Channel.position(column, axis(quantity), Channel.PLAIN, up);
        ObjectNode line = Json.object(
                "params",
                Channel.picking("line"),
                "transform",
                Channel.only(SOURCE, RUNS),
                "mark",
                Json.object("type", "line", "strokeWidth", 1.8),
                "encoding",
                Json.object("y", height.apply("q50"), "opacity", Channel.whilePicked(1)));
        List<Object> layers = new ArrayList<>();
        layers.add(area("q05", "q95", 0.12, height));
        layers.add(area("q25", "q75", 0.24, height));
        layers.add(line);
        if (!theory.isEmpty()) {
            layers.add(Json.object(
                    "transform",
                    Channel.only(SOURCE, Marks.THEORY_NAME),
                    "mark",
                    Json.object("type", "line", "strokeWidth", 1.4),
                    "encoding",
                    Json.object(
                            "y",
                            height.apply("q50"),
                            "opacity",
                            Channel.whilePicked(1),
                            "strokeDash",
                            Marks.theoryDash(SOURCE))));
        }
        bestLine.ifPresent(error -> layers.addAll(reference(error, height)));
        return Json.object("encoding", shared, "layer", layers);
    }

    private static Stream<BandLevel> levels(Map<Series, List<BandLevel>> curves) {
        return curves.values().stream().flatMap(List::stream);
    }

    /** A rule across every panel, and what it is. */
    private static List<ObjectNode> reference(double error, Function<String, ObjectNode> height) {
        String words = "best line, "
                + new BigDecimal(100 * error).round(new MathContext(3)).toPlainString() + " %";
        List<ObjectNode> rows = List.of(Json.object("q50", error, "words", words));
        ObjectNode nowhere = Json.object("x", null, "color", null, "y", height.apply("q50"));
        ObjectNode label = nowhere.deepCopy();
        label.set("x", Channel.value(4));
        label.set("text", Channel.nominal("words", ""));
        return List.of(
                Marks.constant(rows, Marks.referenceRule(), nowhere),
                Marks.constant(
                        rows, Json.object("type", "text", "align", "left", "dy", -7, "color", Marks.REFERENCE), label));
    }

    private static String axis(Observed quantity) {
        return switch (quantity) {
            case TEST_ERROR -> "test error (share misclassified)";
            case TEST_LOSS -> "test loss (mean)";
        };
    }

    private static ObjectNode area(String low, String high, double opacity, Function<String, ObjectNode> height) {
        return Json.object(
                "transform",
                Channel.only(SOURCE, RUNS),
                "mark",
                Json.object("type", "area", "line", false),
                "encoding",
                Json.object(
                        "y", height.apply(low),
                        "y2", Channel.end(high),
                        "opacity", Channel.whilePicked(opacity)));
    }

    /** What lines and bands are, once for all of these figures. */
    public static String legend(boolean hasTheory) {
        return "Lines are medians over the runs of a cell, the darker bands hold the middle half of the runs and the lighter ones nine"
                + " tenths."
                + (hasTheory
                        ? " Dashed lines are theory, without a free parameter: the median of its starts, until the first of them is there."
                        : "");
    }

    private static String caption(Scaling scaling, Map<Series, List<BandLevel>> drawn) {
        String collapse = switch (scaling) {
            case SAMPLES -> "Medians and bands over runs, against samples.";
            case PER_DIMENSION -> "If samples in proportion to d were enough, the curves would fall together.";
            case PER_D_LOG_D -> "If d log d samples were enough, the curves would fall together.";
        };
        String edge = levels(drawn).anyMatch(level -> level.q05() <= 0) ? " Zeros are drawn on the lower edge." : "";
        return collapse + edge + (isSmall(drawn) ? " Each panel has a scale of its own." : "");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
