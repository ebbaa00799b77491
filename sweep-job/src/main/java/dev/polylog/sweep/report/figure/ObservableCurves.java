package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.evidence.BandLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What happens inside the networks: masses, margins and norms against samples. */
public final class ObservableCurves {
    private static final int MOST_CELLS = 6;

    private ObservableCurves() {}

    /**
     * A panel for each cell, a colour for each observable of the set; other observables in the list are passed over.
     *
     * @param theory levels of the same cells, of any of them or of none
     * @param starts rules at the beginning of phases, may be empty
     */
    public static Entry of(
            ObservableSet set,
            List<BandLevel> levels,
            List<BandLevel> theory,
            List<PhaseStart> starts,
            CellNames names) {
        List<BandLevel> drawable = drawable(set, levels);
        if (drawable.isEmpty()) {
            return new LeftOut(
                    set.title(), "No run recorded it: it is only defined for tasks with the four blocks of XOR.");
        }
        Shown shown = Shown.of(drawable, level -> names.of(level.cell()), level -> "", MOST_CELLS);
        List<BandLevel> drawn = drawable.stream()
                .filter(level -> shown.panels().contains(names.of(level.cell())))
                .toList();
        List<BandLevel> expected = drawable(set, theory).stream()
                .filter(level -> shown.panels().contains(names.of(level.cell())))
                .toList();
        List<PhaseStart> rules = starts.stream()
                .filter(start -> shown.panels().contains(names.of(start.cell())) && start.samples() > 0)
                .toList();
        return new Figure(
                set.name().toLowerCase(Locale.ROOT),
                set.title(),
                set.caption()
                        + (expected.isEmpty()
                                ? ""
                                : " Dashed curves are theory, without a free parameter: the median of its starts.")
                        + (rules.isEmpty() ? "" : " Dashed upright rules say when the median run enters a phase.")
                        + shown.note(),
                "Curves against training samples of " + words(set) + ".",
                Panels.of(shown.panels()).plot(unit(set, drawn, expected, rules)),
                Map.of("rows", rows(set, drawn, expected, rules, names)));
    }

    private static List<BandLevel> drawable(ObservableSet set, List<BandLevel> levels) {
        return levels.stream()
                .filter(level -> set.columns().contains(level.observable())
                        && Double.isFinite(level.q50())
                        && level.samples() > 0)
                .toList();
    }

    private static String words(ObservableSet set) {
        return set.lines().stream().map(ObservableSet.Line::words).collect(Collectors.joining(", "));
    }

    private static DataTable rows(
            ObservableSet set,
            List<BandLevel> drawn,
            List<BandLevel> theory,
            List<PhaseStart> starts,
            CellNames names) {
        DataTable.Builder rows = DataTable.of("panel", "kind", "name", "samples", "low", "median", "high");
        addCurves(rows, set, "curve", drawn, names);
        addCurves(rows, set, Marks.THEORY_NAME, theory, names);
        for (PhaseStart start : starts) {
            rows.add(names.of(start.cell()), "phase", start.phase(), start.samples(), null, null, null);
        }
        return rows.build();
    }

    private static void addCurves(
            DataTable.Builder rows, ObservableSet set, String kind, List<BandLevel> levels, CellNames names) {
        Map<List<String>, List<BandLevel>> curves =
                Shown.groups(levels, level -> List.of(names.of(level.cell()), level.observable()));
        int most = Thinning.share(curves.size());
        Map<String, String> words =
                set.lines().stream().collect(Collectors.toMap(ObservableSet.Line::column, ObservableSet.Line::words));
        curves.forEach((key, curve) -> {
            for (BandLevel level : Thinning.logarithmic(curve, BandLevel::samples, most)) {
                rows.add(
                        names.of(level.cell()),
                        kind,
                        words.get(level.observable()),
                        level.samples(),
                        level.q25(),
                        level.q50(),
                        level.q75());
            }
        });
    }

    private static ObjectNode unit(
            ObservableSet set, List<BandLevel> drawn, List<BandLevel> theory, List<PhaseStart> starts) {
        List<BandLevel> all = Stream.concat(drawn.stream(), theory.stream()).toList();
        Scale across = Scale.log(all.stream().mapToDouble(BandLevel::samples));
        Scale up = up(set, all);
        ObjectNode x = Channel.position("samples", "training samples n", Channel.COUNT, across);
        ObjectNode y = Channel.position("median", set.axis(), Channel.PLAIN, up);
        List<ObservableSet.Line> present = set.lines().stream()
                .filter(line ->
                        drawn.stream().anyMatch(level -> level.observable().equals(line.column())))
                .toList();
        ObjectNode colour = Channel.lineColour(
                "name",
                "",
                present.stream().map(ObservableSet.Line::words).toList(),
                present.stream().map(ObservableSet.Line::colour).toList());
        ObjectNode line = Marks.layer(
                "curve",
                Json.object("type", "line", "strokeWidth", 1.8),
                Json.object("x", x, "y", y, "color", colour, "opacity", Channel.whilePicked(1)));
        line.set("params", Json.node(Channel.picking("name")));
        List<Object> layers = new ArrayList<>();
        layers.add(Marks.layer(
                "curve",
                Json.object("type", "area"),
                Json.object(
                        "x", x,
                        "y", Channel.position("low", set.axis(), Channel.PLAIN, up),
                        "y2", Channel.end("high"),
                        "color", colour,
                        "opacity", Channel.whilePicked(0.18))));
        layers.add(line);
        if (!theory.isEmpty()) {
            layers.add(Marks.layer(
                    Marks.THEORY_NAME,
                    Json.object("type", "line", "strokeWidth", 1.4),
                    Json.object(
                            "x",
                            x,
                            "y",
                            y,
                            "color",
                            colour,
                            "opacity",
                            Channel.whilePicked(1),
                            "strokeDash",
                            Marks.theoryDash("kind"))));
        }
        if (!starts.isEmpty()) {
            layers.add(Marks.layer("phase", Marks.referenceRule(), Json.object("x", x)));
            layers.add(label(x, "heterogeneous", "right", -4));
            layers.add(label(x, "heavy", "left", 4));
        }
        return Json.object("layer", layers);
    }

    private static Scale up(ObservableSet set, List<BandLevel> drawn) {
        if (set == ObservableSet.MARGINS || drawn.stream().anyMatch(level -> level.q50() < 0)) {
            return Scale.linear(drawn.stream()
                            .flatMapToDouble(level -> DoubleStream.of(level.q25(), level.q50(), level.q75())))
                    .padded(0.03);
        }
        return Scale.log(
                        drawn.stream().flatMapToDouble(level -> DoubleStream.of(level.q25(), level.q50(), level.q75())))
                .padded(0.03);
    }

    private static ObjectNode label(ObjectNode x, String phase, String align, int shift) {
        return Json.object(
                "transform",
                Json.array(
                        Json.object("filter", Json.object("field", "kind", "equal", "phase")),
                        Json.object("filter", Json.object("field", "name", "equal", phase))),
                "mark",
                Json.object("type", "text", "align", align, "dx", shift, "color", Marks.REFERENCE),
                "encoding",
                Json.object("x", x, "y", Channel.value(8), "text", Json.object("field", "name", "type", "nominal")));
    }
}
