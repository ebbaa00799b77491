package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.format.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What networks end with along an axis: medians, and the bands that hold nine tenths of the runs. */
public final class Finals {
    private static final int MOST_GROUPS = 7;
    private static final String AXIS = "value at the last checkpoint";

    private Finals() {}

    /**
     * A panel for each quantity that the runs have, a colour for each group.
     *
     * @param stopped whether runs ended because they met a target
     */
    public static Entry of(AlongAxis axis, List<FinalLevel> levels, Stopped stopped) {
        String title = "What runs end with, along " + axis.name();
        List<FinalLevel> drawable =
                levels.stream().filter(FinalLevel::isDrawable).toList();
        if (drawable.stream().mapToDouble(FinalLevel::x).distinct().count() < 2) {
            return new LeftOut(
                    title, "Fewer than two values of " + axis.name() + " have runs that were trained to their end.");
        }
        List<FinalQuantity> quantities = Arrays.stream(FinalQuantity.values())
                .filter(quantity -> drawable.stream().anyMatch(level -> level.quantity() == quantity))
                .toList();
        List<String> all = drawable.stream().map(FinalLevel::group).distinct().toList();
        List<String> groups = Thinning.even(all, MOST_GROUPS);
        List<FinalLevel> drawn = drawable.stream()
                .filter(level -> groups.contains(level.group()))
                .toList();
        Placement across = Placement.of(axis, drawn.stream().mapToDouble(FinalLevel::x));
        return new Figure(
                "finals",
                title,
                caption(levels, quantities, stopped)
                        + across.note()
                        + (groups.size() == all.size()
                                ? ""
                                : " Of " + all.size() + " groups, " + groups.size() + " are drawn."),
                "Medians and bands against " + axis.title() + " of the final "
                        + quantities.stream().map(FinalQuantity::toString).collect(Collectors.joining(", ")) + ".",
                Panels.of(quantities.stream().map(FinalQuantity::toString).toList())
                        .withOwnHeights()
                        .plot(unit(across, groups, quantities)),
                Map.of("rows", rows(axis, across, drawn)));
    }

    /** How runs end. */
    public enum Stopped {
        BY_BUDGET,
        BY_TARGET
    }

    private static String caption(List<FinalLevel> levels, List<FinalQuantity> quantities, Stopped stopped) {
        StringBuilder caption =
                new StringBuilder("Points are medians over the runs of a cell, bands and rules go from the 5th"
                        + " to the 95th percentile. Each panel has a scale of its own.");
        if (stopped == Stopped.BY_TARGET) {
            caption.append(" Runs that met their target ended there.");
        }
        if (quantities.contains(FinalQuantity.RESIDUAL)) {
            caption.append(
                    " The residual share is the part of the neurons' mass that points in none of the four directions.");
        }
        for (FinalQuantity quantity : quantities) {
            List<FinalLevel> of = levels.stream()
                    .filter(level -> level.quantity() == quantity)
                    .toList();
            int infinite = of.stream().mapToInt(FinalLevel::infinite).sum();
            int missing = of.stream().mapToInt(FinalLevel::missing).sum();
            if (infinite > 0) {
                caption.append(" The " + quantity + " is infinite in " + Numerals.count(infinite, "run")
                        + ", which count as the largest; where a median or an end of a band is, it is not drawn.");
            }
            if (missing > 0) {
                caption.append(" " + Numerals.count(missing, "run") + (missing == 1 ? " has no " : " have no ")
                        + quantity + ".");
            }
        }
        return caption.toString();
    }

    private static DataTable rows(AlongAxis axis, Placement across, List<FinalLevel> levels) {
        DataTable.Builder rows = DataTable.of(
                "panel", "kind", "group", axis.name(), "median", "low", "high", "runs", "infinite", "missing");
        for (FinalLevel level : levels) {
            boolean hasBand = Double.isFinite(level.low()) && Double.isFinite(level.high());
            rows.add(
                    level.quantity().toString(),
                    across.standsApart(level.x()) ? "apart" : "along",
                    level.group(),
                    axis.value(level.x()),
                    level.median(),
                    hasBand ? level.low() : null,
                    hasBand ? level.high() : null,
                    level.runs(),
                    level.infinite(),
                    level.missing());
        }
        return rows.build();
    }

    private static ObjectNode unit(Placement across, List<String> groups, List<FinalQuantity> quantities) {
        String up = quantities.size() == 1 ? quantities.get(0) + ", " + AXIS : AXIS;
        ObjectNode x = across.channel();
        ObjectNode median = Channel.ownPosition("median", up);
        ObjectNode low = Channel.ownPosition("low", up);
        ObjectNode colour = Channel.lineColour("group", "", groups, Palette.of(groups));
        ObjectNode line = Marks.layer(
                "along",
                Json.object("type", "line", "strokeWidth", 1.8),
                Json.object("x", x, "y", median, "color", colour, "opacity", Channel.whilePicked(1)));
        line.set("params", Json.node(Channel.picking("group")));
        return across.plot(List.of(
                Marks.layer(
                        "along",
                        Json.object("type", "area", "line", false),
                        Json.object(
                                "x", x,
                                "y", low,
                                "y2", Channel.end("high"),
                                "color", colour,
                                "opacity", Channel.whilePicked(0.16))),
                line,
                Json.object(
                        "mark",
                        Json.object("type", "rule", "strokeWidth", 1.4),
                        "encoding",
                        Json.object(
                                "x", x,
                                "y", low,
                                "y2", Channel.end("high"),
                                "color", colour,
                                "opacity", Channel.whilePicked(0.7))),
                Json.object(
                        "mark",
                        Json.object("type", "point", "shape", "circle", "filled", true, "size", 40),
                        "encoding",
                        Json.object(
                                "x", x,
                                "y", median,
                                "color", colour,
                                "opacity", Channel.whilePicked(1),
                                "tooltip", tooltip(across.axis())))));
    }

    private static Object tooltip(AlongAxis axis) {
        return Json.array(
                Channel.tip("group", "cells"),
                Channel.tip(axis.name(), axis.name()),
                Channel.tip("median", "median", ",.4~r"),
                Channel.tip("low", "from", ",.4~r"),
                Channel.tip("high", "to", ",.4~r"),
                Channel.tip("runs", "runs", ",.0f"));
    }
}
