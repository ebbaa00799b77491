package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A measure over two axes of the grid, as a map of labelled fields. */
public final class PhaseDiagram {
    private static final String UNKNOWN = "#9aa5b1";

    private static final int MOST_FIELDS = 5000;

    private PhaseDiagram() {}

    /**
     * A panel for each combination of further axes.
     *
     * @param xTitle name of the horizontal axis
     * @param yTitle name of the vertical axis
     * @param cells fields in the order of the grid, which becomes that of the axes
     */
    public static Entry of(Measure measure, String xTitle, String yTitle, List<MapCell> cells) {
        String title = measure.title() + ", by " + xTitle + " and " + yTitle;
        if (cells.isEmpty()) {
            return new LeftOut(title, "No run has finished.");
        }
        if (cells.size() > MOST_FIELDS) {
            return new LeftOut(title, "A map of " + Numerals.count(cells.size()) + " fields would not be readable.");
        }
        if (measure == Measure.SAMPLES && cells.stream().noneMatch(cell -> Double.isFinite(cell.value()))) {
            return new LeftOut(title, "In no cell did half of the runs reach the target.");
        }
        if (measure == Measure.DIVERGENCE && cells.stream().noneMatch(cell -> cell.value() > 0)) {
            return new LeftOut(title, "No run diverged.");
        }
        Shown shown = Shown.of(cells, MapCell::panel, MapCell::panel, 12);
        Scale scale = measure.isShare()
                ? new Scale("linear", 0, 1)
                : Scale.log(cells.stream().mapToDouble(MapCell::value));
        DataTable.Builder rows =
                DataTable.of("panel", "kind", "x", "y", "runs", "value", "low", "high", "label", "ink");
        for (MapCell cell : cells) {
            if (shown.panels().contains(cell.panel())) {
                rows.add(
                        cell.panel(),
                        Double.isFinite(cell.value()) ? "known" : "unknown",
                        cell.x(),
                        cell.y(),
                        cell.runs(),
                        cell.value(),
                        cell.low(),
                        cell.high(),
                        label(measure, cell.value()),
                        ink(scale, cell.value()));
            }
        }
        List<String> across = cells.stream().map(MapCell::x).distinct().toList();
        List<String> up =
                new ArrayList<>(cells.stream().map(MapCell::y).distinct().toList());
        Collections.reverse(up);
        double aspect = Math.max(0.3, Math.min(1, 0.15 + 0.75 * up.size() / across.size()));
        ObjectNode plot =
                Panels.of(shown.panels()).withAspect(aspect).plot(unit(measure, scale, xTitle, yTitle, across, up));
        ((ObjectNode) plot.get("usermeta")).put("fields", across.size());
        return new Figure(
                "map-" + measure.id() + "-" + slug(xTitle) + "-" + slug(yTitle),
                title,
                measure.caption() + shown.note(),
                "A map of the " + measure + " over " + xTitle + " and " + yTitle + ".",
                plot,
                Map.of("rows", rows.build()));
    }

    private static ObjectNode unit(
            Measure measure, Scale scale, String xTitle, String yTitle, List<String> across, List<String> up) {
        String format = measure.isShare() ? ".3f" : ",.0f";
        ObjectNode known = Marks.layer(
                "known",
                Json.object("type", "rect"),
                Json.object(
                        "color",
                        colour(measure, scale),
                        "tooltip",
                        Json.array(
                                Channel.tip("x", xTitle),
                                Channel.tip("y", yTitle),
                                Channel.tip("value", measure.toString(), format),
                                Channel.tip("low", "from", format),
                                Channel.tip("high", "to", format),
                                Channel.tip("runs", "runs", ",.0f"))));
        ObjectNode unknown = Marks.layer(
                "unknown",
                Json.object("type", "rect", "color", UNKNOWN),
                Json.object(
                        "tooltip",
                        Json.array(
                                Channel.tip("x", xTitle),
                                Channel.tip("y", yTitle),
                                Channel.tip("runs", "runs", ",.0f"))));
        ObjectNode white = Json.object("test", "datum.ink == 'light'", "value", "#ffffff");
        ObjectNode labels = Json.object(
                "name",
                "labels",
                "mark",
                Json.object("type", "text", "fontSize", 11),
                "encoding",
                Json.object(
                        "text", Channel.nominal("label", ""),
                        "color", Json.object("condition", white, "value", "#000000")));
        return Json.object(
                "encoding",
                Json.object("x", ordinal("x", xTitle, across), "y", ordinal("y", yTitle, up)),
                "layer",
                Json.array(unknown, known, labels));
    }

    private static ObjectNode colour(Measure measure, Scale scale) {
        ObjectNode colours = scale.json();
        colours.set("scheme", Json.object("name", measure.scheme()));
        if (measure == Measure.SAMPLES) {
            colours.put("reverse", true);
        }
        ObjectNode legend = Json.object(
                "format",
                measure.isShare() ? ".0%" : "~s",
                "values",
                measure.isShare() ? List.of(0, 0.5, 1) : scale.ticks(),
                "titleOrient",
                "top");
        return Json.object(
                "field",
                "value",
                "type",
                "quantitative",
                "title",
                measure.toString(),
                "scale",
                colours,
                "legend",
                legend);
    }

    private static ObjectNode ordinal(String field, String title, List<String> order) {
        return Json.object(
                "field", field,
                "type", "ordinal",
                "title", title,
                "sort", order,
                "axis", Json.object("labelAngle", 0, "grid", false, "domain", false, "ticks", false));
    }

    private static String label(Measure measure, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return measure.isShare() ? String.format(Locale.ROOT, "%.2f", value) : Units.brief(value);
    }

    /** What reads well on the field: its colours go from dark to light, with samples the other way. */
    private static String ink(Scale scale, double value) {
        if (!Double.isFinite(value)) {
            return "dark";
        }
        double place = scale.isLog()
                ? 1 - Math.log(value / scale.low()) / Math.log(scale.high() / scale.low())
                : (value - scale.low()) / (scale.high() - scale.low());
        return place > 0.5 ? "dark" : "light";
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "axis" : slug;
    }
}
