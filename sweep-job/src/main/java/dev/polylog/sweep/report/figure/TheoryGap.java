package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How far runs are from theory along an axis: median n* over that of the recursion, less 1. */
public final class TheoryGap {
    private static final String TITLE = "Runs against theory without a free parameter";
    private static final String UP = "n* of runs / theory − 1";
    private static final String PERCENT = "datum.value == 0 ? '0%' : format(datum.value, '+.3~p')";
    private static final int MOST_PANELS = 12;

    private TheoryGap() {}

    /**
     * A panel for each group that theory says something of.
     *
     * @param laws of which those of the recursion are drawn; their intervals are the spread of its starts
     */
    public static Entry of(AlongAxis axis, List<MeasuredGroup> groups, List<FittedLaw> laws) {
        List<Gap> gaps = groups.stream()
                .flatMap(group -> laws.stream()
                        .filter(law -> law.origin() == FittedLaw.Origin.RECURSION)
                        .filter(law -> law.group().equals(group.name()))
                        .flatMap(law -> law.line().stream())
                        .flatMap(theory -> group.cells().stream()
                                .filter(cell -> Double.compare(cell.x(), theory.x()) == 0)
                                .map(cell -> new Gap(group, cell, theory))))
                .filter(Gap::isKnown)
                .toList();
        if (gaps.isEmpty()) {
            return new LeftOut(TITLE, "Theory and runs have no median at the same " + axis.name() + ".");
        }
        Shown shown = Shown.of(gaps, Gap::name, gap -> "", MOST_PANELS);
        List<Gap> drawn =
                gaps.stream().filter(gap -> shown.panels().contains(gap.name())).toList();
        Placement across = Placement.of(axis, drawn.stream().mapToDouble(Gap::x));
        return new Figure(
                "theory-gap",
                TITLE,
                caption(gaps) + across.note() + shown.note(),
                "Relative distance of the medians of runs from theory against " + axis.title()
                        + ", around a line at zero.",
                Panels.of(shown.panels()).plot(unit(axis, across, drawn)),
                Map.of("rows", rows(axis, drawn)));
    }

    /** A cell and the median of theory there. */
    private record Gap(MeasuredGroup group, CellFit cell, Prediction theory) {
        String name() {
            return group.name();
        }

        double x() {
            return cell.x();
        }

        double median() {
            return cell.kaplanMeier().estimate();
        }

        boolean isKnown() {
            return median() > 0 && Double.isFinite(median()) && theory.median() > 0;
        }

        boolean isOpen() {
            return !(cell.kaplanMeier().interval().lower() > 0)
                    || !Double.isFinite(cell.kaplanMeier().interval().upper());
        }

        double from() {
            return over(group.from(cell));
        }

        double to() {
            return over(group.to(cell));
        }

        /** Where theory would be if it were its fastest start alone. */
        double least() {
            return over(theory.confidence().lower());
        }

        /** Likewise its slowest. */
        double most() {
            return over(theory.confidence().upper());
        }

        double over(double samples) {
            return samples / theory.median() - 1;
        }
    }

    private static String caption(List<Gap> gaps) {
        return "Dots are the Kaplan–Meier medians of the runs over the median of theory, less 1, with the 95 % intervals of the former;"
                + " above the line the runs needed more samples than theory. The band holds the starts of theory, from"
                + " the fastest to the slowest."
                + (gaps.stream().anyMatch(Gap::isOpen)
                        ? " Where so few runs set an interval no end, it is drawn to the first or last run."
                        : "");
    }

    private static DataTable rows(AlongAxis axis, List<Gap> gaps) {
        DataTable.Builder rows = DataTable.of(
                "panel",
                axis.name(),
                "runs",
                "median",
                "median_low",
                "median_high",
                "theory",
                "theory_least",
                "theory_most",
                "gap",
                "from",
                "to",
                "starts_from",
                "starts_to");
        for (Gap gap : gaps) {
            rows.add(
                    gap.name(),
                    axis.value(gap.x()),
                    gap.cell().runs(),
                    gap.median(),
                    gap.cell().kaplanMeier().interval().lower(),
                    gap.cell().kaplanMeier().interval().upper(),
                    gap.theory().median(),
                    gap.theory().confidence().lower(),
                    gap.theory().confidence().upper(),
                    gap.over(gap.median()),
                    gap.from(),
                    gap.to(),
                    gap.least(),
                    gap.most());
        }
        return rows.build();
    }

    private static ObjectNode unit(AlongAxis axis, Placement across, List<Gap> gaps) {
        Scale up = Scale.linear(gaps.stream()
                        .flatMapToDouble(gap -> DoubleStream.of(gap.from(), gap.to(), gap.least(), gap.most())))
                .with(-0.02)
                .with(0.02)
                .padded(0.05);
        ObjectNode x = across.channel();
        ObjectNode y = Channel.position("gap", UP, PERCENT, up);
        List<Object> layers = new ArrayList<>();
        layers.add(Json.object(
                "mark",
                Json.object("type", "area", "opacity", 0.18, "color", Palette.GREY),
                "encoding",
                Json.object(
                        "x",
                        x,
                        "y",
                        Channel.position("starts_from", UP, PERCENT, up),
                        "y2",
                        Channel.end("starts_to"))));
        layers.add(Marks.constant(List.of(Json.object("gap", 0)), Marks.referenceRule(), Json.object("y", y)));
        layers.add(Json.object(
                "mark",
                Json.object("type", "line", "strokeWidth", 1, "opacity", 0.6, "color", Palette.BLUE),
                "encoding",
                Json.object("x", x, "y", y)));
        layers.add(Json.object(
                "mark",
                Json.object("type", "rule", "strokeWidth", 1.6, "color", Palette.BLUE),
                "encoding",
                Json.object("x", x, "y", Channel.position("from", UP, PERCENT, up), "y2", Channel.end("to"))));
        layers.add(Json.object(
                "mark",
                Json.object("type", "point", "filled", true, "size", 40, "opacity", 1, "color", Palette.BLUE),
                "encoding",
                Json.object(
                        "x",
                        x,
                        "y",
                        y,
                        "tooltip",
                        Json.array(
                                Channel.tip(axis.name(), axis.name()),
                                Channel.tip("median", "n* of runs", ",.0f"),
                                Channel.tip("theory", "n* of theory", ",.0f"),
                                Channel.tip("gap", "runs / theory − 1", "+.1%"),
                                Channel.tip("from", "from", "+.1%"),
                                Channel.tip("to", "to", "+.1%"),
                                Channel.tip("runs", "runs", ",.0f")))));
        return across.plot(layers);
    }
}
