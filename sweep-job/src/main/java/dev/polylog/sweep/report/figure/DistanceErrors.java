package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.format.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Where networks err: the test error of tenths of the samples by distance from the boundary. */
public final class DistanceErrors {
    private static final String TITLE = "Test error by distance from the boundary";
    private static final int MOST_CELLS = 6;

    private DistanceErrors() {}

    /** A panel for each cell, a line for each snapshot. */
    public static Entry of(List<RunTenth> tenths, CellNames names) {
        List<Level> levels = levels(tenths);
        if (levels.isEmpty()) {
            return new LeftOut(
                    TITLE,
                    "The sweep takes no snapshots, or its task has no distance from the boundary: that takes two classes"
                            + " with a known boundary, and inputs that come near it.");
        }
        Shown shown =
                Shown.of(levels, level -> names.of(level.cell()), level -> Numerals.count(level.step()), MOST_CELLS);
        List<Level> drawn = levels.stream()
                .filter(level -> shown.includes(names.of(level.cell()), Numerals.count(level.step())))
                .toList();
        List<String> steps = drawn.stream()
                .map(Level::step)
                .distinct()
                .sorted()
                .map(Numerals::count)
                .toList();
        DataTable.Builder rows =
                DataTable.of("panel", "step", "tenth", "distance_from", "distance_to", "runs", "low", "median", "high");
        for (Level level : drawn) {
            rows.add(
                    names.of(level.cell()),
                    Numerals.count(level.step()),
                    level.errors().samples(),
                    level.from(),
                    level.to(),
                    level.errors().runs(),
                    level.errors().q25(),
                    level.errors().q50(),
                    level.errors().q75());
        }
        return new Figure(
                "distance",
                TITLE,
                "Test samples are sorted by distance from the boundary between the classes, and each tenth of them is judged"
                        + " alone. Lines are medians over runs, bands hold the middle half." + shown.note(),
                "Curves of the test error against the tenth of the samples by distance, for several steps.",
                Panels.of(shown.panels()).plot(unit(drawn, steps)),
                Map.of("rows", rows.build()));
    }

    /** The errors of runs at a tenth, in place of samples. */
    private record Level(int cell, long step, double from, double to, BandLevel errors) {}

    private static List<Level> levels(List<RunTenth> tenths) {
        List<Level> levels = new ArrayList<>();
        Shown.groups(tenths, RunTenth::cell)
                .forEach((cell, ofCell) -> new TreeMap<>(Shown.groups(ofCell, RunTenth::step))
                        .forEach((step, ofStep) -> new TreeMap<>(Shown.groups(ofStep, RunTenth::tenth))
                                .forEach((tenth, runs) -> {
                                    List<Double> errors = runs.stream()
                                            .map(RunTenth::testError)
                                            .toList();
                                    levels.add(new Level(
                                            cell,
                                            step,
                                            mean(runs.stream().mapToDouble(RunTenth::from)),
                                            mean(runs.stream().mapToDouble(RunTenth::to)),
                                            BandLevel.of(cell, "test_error", tenth, errors)));
                                })));
        return levels;
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }

    private static ObjectNode unit(List<Level> drawn, List<String> steps) {
        Scale across = new Scale("linear", 1, 10);
        Scale up = Scale.linear(drawn.stream()
                        .flatMapToDouble(
                                level -> DoubleStream.of(0, level.errors().q75())))
                .padded(0.03)
                .atLeast(0);
        ObjectNode x = Channel.position("tenth", "tenth by distance, 1 is the nearest", Channel.PLAIN, across);
        ObjectNode colour = Channel.lineColour("step", "step", steps, Palette.of(steps));
        String axis = "test error (share misclassified)";
        ObjectNode y = Channel.position("median", axis, Channel.PLAIN, up);
        ObjectNode line = Json.object(
                "params",
                Channel.picking("step"),
                "mark",
                Json.object("type", "line", "strokeWidth", 1.8, "point", Json.object("size", 22)),
                "encoding",
                Json.object(
                        "x",
                        x,
                        "y",
                        y,
                        "color",
                        colour,
                        "opacity",
                        Channel.whilePicked(1),
                        "tooltip",
                        Json.array(
                                Channel.tip("step", "step"),
                                Channel.tip("distance_from", "distance from", ".3~r"),
                                Channel.tip("distance_to", "to", ".3~r"),
                                Channel.tip("median", "test error", ".3~r"))));
        ObjectNode band = Json.object(
                "mark",
                Json.object("type", "area"),
                "encoding",
                Json.object(
                        "x",
                        x,
                        "y",
                        Channel.position("low", axis, Channel.PLAIN, up),
                        "y2",
                        Channel.end("high"),
                        "color",
                        colour,
                        "opacity",
                        Channel.whilePicked(0.18)));
        return Json.object("layer", Json.array(band, line));
    }
}
