package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.study.GrowthTheory;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.run.Obstacle;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cells that cannot learn what they are given, by what they are or by their budget: said before anything is spent. */
final class Doubts {
    private static final int MOST_LINES = 5;

    private final Map<Kind, Optional<Obstacle>> obstacles = new HashMap<>();
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    /** What an obstacle depends on. */
    private record Kind(TargetFunction target, InputLaw inputs, Activation activation, Bias bias, Output output) {}

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
        Kind kind = new Kind(
                spec.task().target(),
                spec.task().inputs(),
                spec.architecture().activation(),
                spec.architecture().bias(),
                spec.architecture().output());
        obstacles
                .computeIfAbsent(kind, unseen -> Obstacle.of(spec.task(), spec.architecture()))
                .ifPresent(obstacle -> count(text(obstacle, spec)));
        OptionalDouble least = GrowthTheory.leastSamples(spec);
        double budget = (double) spec.maxSteps() * spec.training().batchSize();
        boolean hasTarget = spec.stopRule().atError() != null || spec.stopRule().atLoss() != null;
        if (hasTarget && least.isPresent() && least.getAsDouble() > budget) {
            count(
                    "theory expects more samples than the budget has: growth alone takes c1 d log d (`report` shows c1), such as "
                            + Numerals.number(Math.ceil(least.getAsDouble())) + " with d = "
                            + spec.task().d() + ", where max-steps and max-samples allow " + Numerals.number(budget)
                            + ".");
        }
    }

    private void count(String doubt) {
        cells.merge(doubt, 1, Integer::sum);
    }

    private static String text(Obstacle obstacle, RunSpec spec) {
        boolean areClasses = spec.task().labels().areClasses();
        String bound = obstacle.least().isEmpty()
                ? ""
                : "; no such network has " + (areClasses ? "an error" : "a squared error") + " below "
                        + (areClasses ? "" : "about ")
                        + Numerals.number(obstacle.least().getAsDouble());
        return spec.task().target() + " cannot be learned: " + obstacle.reason() + bound + " (" + obstacle.remedy()
                + " removes this).";
    }
}
