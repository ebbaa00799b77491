package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.format.Numerals;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The boundary that a network has learned, and the true one, in the label plane. */
public final class BoundaryMap {
    private static final String TITLE = "The learned boundary";
    private static final int MOST_PANELS = 4;

    /** Where normal coordinates are seldom beyond. */
    private static final double REACH = 3;

    private static final List<String> CLASSES = List.of("f says +1", "f says −1");
    private static final List<String> LINES = List.of("boundary of f", "true boundary");

    private BoundaryMap() {}

    /** A panel for each network. */
    public static Entry of(List<LearnedBoundary> networks, CellNames names) {
        if (networks.isEmpty()) {
            return new LeftOut(
                    TITLE,
                    "The sweep takes no snapshots of neurons, or its task has no boundary in a plane: that takes a target"
                            + " of two coordinates with a known boundary.");
        }
        Shown shown = Shown.of(networks, network -> panel(network, names), network -> "", MOST_PANELS);
        DataTable.Builder rows = DataTable.of("panel", "kind", "name", "x1", "x2", "to_x1", "to_x2", "group");
        for (LearnedBoundary network : networks) {
            String panel = panel(network, names);
            if (shown.panels().contains(panel)) {
                Contour learned = Contour.of(network.network(), REACH);
                for (Contour.Region region : learned.regions()) {
                    double inset = 1e-3 * (region.toX1() - region.x1());
                    for (double x1 : new double[] {region.x1() + inset, region.toX1() - inset}) {
                        rows.add(
                                panel,
                                "region",
                                CLASSES.get(region.isPositive() ? 0 : 1),
                                x1,
                                region.x2(),
                                null,
                                region.toX2(),
                                region.group());
                    }
                }
                addLines(rows, panel, LINES.get(0), learned);
                addLines(rows, panel, LINES.get(1), Contour.of(network.score(), REACH));
            }
        }
        return new Figure(
                "boundary",
                TITLE,
                "What the network of the first run of a cell says at its last snapshot where all coordinates but two are 0, and"
                        + " the boundary that it should have found." + shown.only() + shown.note(),
                "Maps of the two classes in the plane of the first two coordinates, with the true boundary over them.",
                Panels.of(shown.panels()).withAspect(1).plot(unit()),
                Map.of("rows", rows.build()));
    }

    private static void addLines(DataTable.Builder rows, String panel, String name, Contour contour) {
        contour.lines()
                .forEach(line -> rows.add(panel, "line", name, line.x1(), line.x2(), line.toX1(), line.toX2(), null));
    }

    private static String panel(LearnedBoundary network, CellNames names) {
        String step = "step " + Numerals.count(network.step());
        String cell = names.of(network.cell());
        return cell.isEmpty() ? step : cell + ", " + step;
    }

    /** The regions as areas, whose pieces join without seams; the true boundary under the learned one, which hides it where they agree. */
    private static ObjectNode unit() {
        Scale scale = new Scale("linear", -REACH, REACH);
        List<String> names = Stream.concat(CLASSES.stream(), LINES.stream()).toList();
        List<String> colours = List.of(Palette.BLUE, Palette.VERMILLION, Marks.INK, Palette.GREEN);
        ObjectNode places = Json.object(
                "x",
                Channel.position("x1", "first coordinate, x₁", Channel.PLAIN, scale),
                "y",
                Channel.position("x2", "second coordinate, x₂", Channel.PLAIN, scale),
                "y2",
                Channel.end("to_x2"),
                "color",
                Channel.colour("name", "", names, colours));
        ObjectNode regions = places.deepCopy();
        regions.set("detail", Channel.nominal("group", ""));
        ObjectNode lines = places.deepCopy();
        lines.set("x2", Channel.end("to_x1"));
        return Json.object(
                "layer",
                Json.array(
                        Marks.layer("region", Json.object("type", "area", "opacity", 0.28), regions),
                        lines(LINES.get(1), 4.5, lines),
                        lines(LINES.get(0), 1.5, lines)));
    }

    private static ObjectNode lines(String name, double width, ObjectNode encoding) {
        return Json.object(
                "transform",
                Channel.only("name", name),
                "mark",
                Json.object("type", "rule", "strokeWidth", width, "strokeCap", "round"),
                "encoding",
                encoding);
    }
}
