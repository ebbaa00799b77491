package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a plot is laid out: alone or many beside each other, and in which proportions.
 *
 * <p>The width is that of the column the figure stands in. It is not known here: the page and the maker of files both apply
 * {@code layout.js} to the hints in {@code usermeta}.
 *
 * @param names of the panels; one or none means a single plot
 * @param aspect height over width of a panel
 * @param heights {@code shared} if a height is the same in all panels, {@code independent} if each has its own scale
 */
record Panels(List<String> names, double aspect, String heights) {
    private static final int DEFAULT_WIDTH = 420;

    /** Width in pixels below which panels move to the next row: titles of groups fit, and a curve can be read. */
    private static final int LEAST = 300;

    Panels {
        names = List.copyOf(names);
    }

    static Panels of(List<String> names) {
        return new Panels(names, 0.68, "shared");
    }

    static Panels one() {
        return of(List.of());
    }

    Panels withAspect(double ratio) {
        return new Panels(names, ratio, heights);
    }

    /** Panels whose heights cannot be compared, so that a small change shows beside a large one. */
    Panels withOwnHeights() {
        return new Panels(names, aspect, "independent");
    }

    /** A plot of the table {@code rows}, whose column {@code panel} says which row goes where. */
    ObjectNode plot(ObjectNode unit) {
        ObjectNode plot = Json.object("data", Json.object("name", "rows"), "config", Style.config());
        plot.set("usermeta", Json.object("panels", Math.max(1, names.size()), "aspect", aspect, "least", LEAST));
        ObjectNode sized = unit.deepCopy();
        sized.put("width", DEFAULT_WIDTH);
        sized.put("height", Math.round(DEFAULT_WIDTH * aspect));
        if (names.size() < 2) {
            plot.setAll(sized);
            return plot;
        }
        ObjectNode facet = Channel.nominal("panel", "");
        facet.set("sort", Json.node(names));
        plot.set("facet", facet);
        plot.put("columns", 2);
        plot.set("spec", sized);
        plot.set(
                "resolve",
                Json.object(
                        "axis",
                        Json.object("x", "independent", "y", "independent"),
                        "scale",
                        Json.object("y", heights)));
        return plot;
    }
}
