package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.study.GrowthTheory;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Obstacle;
import dev.polylog.trainer.run.RunSpec;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cells that cannot learn what they are given, by what they are or by their budget: said before anything is spent. */
final class Doubts {
    private static final int MOST_LINES = 5;

    private final Map<List<?>, Optional<Obstacle>> obstacles = new HashMap<>();
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    private Doubts() {}

    /** Prints a line for each doubt, with the number of cells that it is about. */
    static void print(Sweep sweep, PrintWriter out) {
        Doubts doubts = new Doubts();
        int all = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            if (sweep.replicates(cell) > 0) {
                all++;
                doubts.consider(sweep.spec(cell, 0));
            }
        }
        int ofAll = all;
        doubts.cells.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(doubt -> out.println("Warning: "
                        + (doubt.getValue() == ofAll ? "" : "in " + Numerals.count(doubt.getValue(), "cell") + ", ")
                        + doubt.getKey()));
        if (doubts.cells.size() > MOST_LINES) {
            out.println("... and " + (doubts.cells.size() - MOST_LINES) + " more warnings of this kind.");
        }
    }

    private void consider(RunSpec spec) {
        List<?> kind = Obstacle.FIELDS.stream()
                .map(field -> Canonical.text(field.of(spec)))
                .toList();
        obstacles
                .computeIfAbsent(kind, unseen -> Obstacle.of(spec))
                .ifPresent(obstacle -> count(obstacle.text(spec) + "."));
        OptionalDouble least = GrowthTheory.leastSamples(spec);
        boolean hasTarget = Fields.STOP_AT_ERROR.of(spec) != null || Fields.STOP_AT_LOSS.of(spec) != null;
        double budget = (double) spec.maxSteps() * Objects.requireNonNull(Fields.BATCH_SIZE.of(spec));
        if (hasTarget && least.isPresent() && least.getAsDouble() > budget) {
            count("theory expects more samples than the budget has: growth alone takes "
                    + Numerals.number(Math.ceil(least.getAsDouble())) + " with d = " + Fields.D.of(spec)
                    + ", and max-steps and max-samples allow " + Numerals.number(budget) + ".");
        }
    }

    private void count(String doubt) {
        cells.merge(doubt, 1, Integer::sum);
    }
}
