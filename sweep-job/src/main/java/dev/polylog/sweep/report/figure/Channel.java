package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Encodings that figures share. */
final class Channel {
    /** Large counts: 0.1, 1k, 10k, 1M. Vega's own prefixes go below one too, and 0.1 would be 100m. */
    static final String COUNT = "abs(datum.value) < 1 ? format(datum.value, '.3~r') : format(datum.value, '~s')";

    /** Numbers as they are. A format alone would take its digits from the distance of ticks, and 10 would be 1e+1. */
    static final String PLAIN = "datum.value != 0 && abs(datum.value) < 1e-5 ? format(datum.value, '.3~e')"
            + " : format(datum.value, ',.6~r')";

    /** Values of a field: counts with all of their digits, fractions with three. */
    static final String VALUE = "datum.value == floor(datum.value) ? format(datum.value, ',')"
            + " : abs(datum.value) < 1e-5 ? format(datum.value, '.3~e') : format(datum.value, '.3~r')";

    private Channel() {}

    /**
     * A position along an axis with ticks at round numbers.
     *
     * @param label expression that writes a tick
     */
    static ObjectNode position(String field, String title, String label, Scale scale) {
        ObjectNode axis = Json.object("labelExpr", label, "values", scale.ticks(), "labelOverlap", "greedy");
        return Json.object("field", field, "type", "quantitative", "title", title, "scale", scale.json(), "axis", axis);
    }

    /** A position along an axis that each panel scales to what is in it. */
    static ObjectNode ownPosition(String field, String title) {
        ObjectNode scale = Json.object("zero", false, "nice", true);
        return Json.object(
                "field",
                field,
                "type",
                "quantitative",
                "title",
                title,
                "scale",
                scale,
                "axis",
                Json.object("tickCount", 5, "labelOverlap", "greedy"));
    }

    /** The far end of an area or a rule that begins on the axis of another position. */
    static ObjectNode end(String field) {
        return Json.object("field", field);
    }

    /** A constant in the units of the data. */
    static ObjectNode datum(Object value) {
        return Json.object("datum", value);
    }

    /** A constant in pixels, or a colour or size as it is. */
    static ObjectNode value(Object value) {
        return Json.object("value", value);
    }

    /** Colours by name, in the order of a legend. */
    static ObjectNode colour(String field, String title, List<String> names, List<String> colours) {
        ObjectNode channel = nominal(field, title);
        channel.set("scale", Json.object("domain", names, "range", colours));
        if (names.size() < 2) {
            channel.set("legend", null);
        }
        return channel;
    }

    /** The same for lines: the legend shows lines too. */
    static ObjectNode lineColour(String field, String title, List<String> names, List<String> colours) {
        ObjectNode channel = colour(field, title, names, colours);
        if (names.size() > 1) {
            channel.set("legend", lineLegend());
        }
        return channel;
    }

    static ObjectNode lineLegend() {
        return Json.object("symbolType", "stroke", "symbolSize", 260);
    }

    static ObjectNode nominal(String field, String title) {
        return Json.object("field", field, "type", "nominal", "title", title.isEmpty() ? null : title);
    }

    /** Something that stands back while another entry of the legend is picked. */
    static ObjectNode whilePicked(double opacity) {
        ObjectNode picked = Json.object("param", "pick", "value", opacity);
        return Json.object("condition", picked, "value", opacity / 6);
    }

    /** Lets readers pick an entry of the legend; belongs into one layer. */
    static Object picking(String field) {
        ObjectNode select = Json.object("type", "point", "fields", Json.array(field));
        return Json.array(Json.object("name", "pick", "select", select, "bind", "legend"));
    }

    /** A line of a tooltip. */
    static ObjectNode tip(String field, String title, String format) {
        return Json.object("field", field, "type", "quantitative", "title", title, "format", format);
    }

    static ObjectNode tip(String field, String title) {
        return Json.object("field", field, "type", "nominal", "title", title);
    }

    /** Keeps the rows whose column has one of the values. */
    static Object only(String field, String... values) {
        return Json.array(Json.object("filter", Json.object("field", field, "oneOf", Json.array((Object[]) values))));
    }
}
