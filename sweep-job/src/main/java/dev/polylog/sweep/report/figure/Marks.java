package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Layers and marks that figures share. */
final class Marks {
    /** Text colour of the figures; the page swaps it on dark grounds. */
    static final String INK = "#1f2933";

    /** For what is only there to compare with. */
    static final String REFERENCE = "#7b8794";

    /** What legends call the curve of the recursion. */
    static final String THEORY_NAME = FittedLaw.RECURSION;

    private static final List<Integer> THEORY = List.of(5, 4);

    private Marks() {}

    /** A layer of the rows of one {@code kind}. */
    static ObjectNode layer(String kind, ObjectNode mark, ObjectNode encoding) {
        return Json.object("transform", Channel.only("kind", kind), "mark", mark, "encoding", encoding);
    }

    /** The dashes of rows of theory, with the one entry that a legend has for all of them. */
    static ObjectNode theoryDash(String field) {
        ObjectNode channel = Channel.nominal(field, "");
        channel.set("scale", Json.object("domain", Json.array(THEORY_NAME), "range", Json.array(Json.node(THEORY))));
        channel.set("legend", Channel.lineLegend());
        return channel;
    }

    /** A layer of rows that are the same in every panel. */
    static ObjectNode constant(List<ObjectNode> rows, ObjectNode mark, ObjectNode encoding) {
        return Json.object("data", Json.object("values", rows), "mark", mark, "encoding", encoding);
    }

    static ObjectNode dot(int size, double opacity) {
        return Json.object(
                "type",
                "point",
                "shape",
                "circle",
                "filled",
                true,
                "size",
                size,
                "opacity",
                opacity,
                "color",
                Palette.BLUE);
    }

    static ObjectNode openTriangle(int size, double opacity) {
        return Json.object(
                "type",
                "point",
                "shape",
                "triangle-up",
                "filled",
                false,
                "size",
                size,
                "opacity",
                opacity,
                "strokeWidth",
                1,
                "color",
                Palette.VERMILLION);
    }

    static ObjectNode reference() {
        return Json.object("type", "line", "strokeDash", Json.array(5, 4), "strokeWidth", 1.2, "color", REFERENCE);
    }

    static ObjectNode referenceRule() {
        return Json.object("type", "rule", "strokeDash", Json.array(5, 4), "strokeWidth", 1.2, "color", REFERENCE);
    }

    /**
     * Patterns beside colours, for print and for eyes that do not see them.
     *
     * @param theory names of lines of theory, which have a pattern of their own and a legend even if there is nothing else
     */
    static ObjectNode dashes(String field, String title, List<String> names, List<String> theory) {
        List<List<Integer>> patterns = List.of(
                List.of(1, 0), List.of(7, 3), List.of(2, 2), List.of(8, 3, 2, 3), List.of(12, 4), List.of(4, 2, 1, 2));
        List<Object> range = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            range.add(Json.node(patterns.get(i % patterns.size())));
        }
        theory.forEach(name -> range.add(Json.node(THEORY)));
        List<String> all = new ArrayList<>(names);
        all.addAll(theory);
        ObjectNode channel = Channel.nominal(field, title);
        channel.set("scale", Json.object("domain", all, "range", range));
        channel.set("legend", all.size() < 2 && theory.isEmpty() ? null : Channel.lineLegend());
        return channel;
    }
}
