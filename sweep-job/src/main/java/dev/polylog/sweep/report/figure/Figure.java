package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure of a report: a Vega-Lite plot, its caption, and the tables of numbers that it draws.
 *
 * @param id names its files and its place in the page: lower-case letters, digits and hyphens
 * @param caption what it shows, in whole sentences
 * @param alternative what a reader would see, for those who cannot
 * @param plot Vega-Lite specification without data, which refers to the tables by name
 * @param tables rows by name
 */
public record Figure(
        String id, String title, String caption, String alternative, ObjectNode plot, Map<String, DataTable> tables)
        implements Entry {

    public Figure {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "Invalid figure id: " + id + " (expected lower-case words joined by hyphens)");
        }
        plot = plot.deepCopy();
        tables = Map.copyOf(tables);
    }

    /** The whole specification: the plot, what it means, and its data. */
    public ObjectNode specification() {
        ObjectNode whole =
                Json.object("$schema", "https://vega.github.io/schema/vega-lite/v5.json", "description", alternative);
        ObjectNode data = Json.object();
        new TreeMap<>(tables).forEach((name, table) -> data.set(name, table.json()));
        whole.set("datasets", data);
        whole.setAll(plot.deepCopy());
        return whole;
    }

    /** Whether it has several panels and takes the whole width. */
    public boolean isWide() {
        return plot.path("usermeta").path("panels").asInt(1) > 1;
    }

    /** Name of a table's file: that of the figure, and that of the table unless it is the only one. */
    public String csvName(String table) {
        return tables.size() == 1 ? id + ".csv" : id + "-" + table + ".csv";
    }
}
