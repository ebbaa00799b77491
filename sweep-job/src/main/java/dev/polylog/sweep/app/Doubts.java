package dev.polylog.sweep.app;

import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.theory.GrowthTheory;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Obstacle;
import dev.polylog.trainer.run.RunSpec;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Cells that cannot learn what they are given, by what they are or by their budget: said before anything is spent. */
final class Doubts {
    private static final int MOST_LINES = 5;

    private final Map<Integer, CellForecast> forecasts;
    private final Map<List<?>, Optional<Obstacle>> obstacles = new HashMap<>();
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    private Doubts(List<CellForecast> forecasts) {
        this.forecasts = forecasts.stream()
                .filter(forecast -> forecast.expectation().isPresent())
                .collect(Collectors.toMap(CellForecast::cell, forecast -> forecast));
    }

    /** Prints a line for each doubt that costs nothing to have, with the number of cells that it is about. */
    static void print(Sweep sweep, PrintWriter out) {
        print(sweep, List.of(), out);
    }

    /**
     * The same, with budgets that theory finds too small.
     *
     * @param forecasts of cells, of any number of them
     */
    static void print(Sweep sweep, List<CellForecast> forecasts, PrintWriter out) {
        Doubts doubts = new Doubts(forecasts);
        int all = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            if (sweep.replicates(cell) > 0) {
                all++;
                doubts.consider(cell, sweep.spec(cell, 0));
            }
        }
        doubts.countSmallBudgets();
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

    private void consider(int cell, RunSpec spec) {
        List<?> kind = Obstacle.FIELDS.stream()
                .map(field -> Canonical.text(field.of(spec)))
                .toList();
        obstacles
                .computeIfAbsent(kind, unseen -> Obstacle.of(spec))
                .ifPresent(obstacle -> count(obstacle.text(spec) + "."));
        if (forecasts.containsKey(cell)) {
            return;
        }
        OptionalDouble least = GrowthTheory.leastSamples(spec);
        boolean hasTarget = Fields.STOP_AT_ERROR.of(spec) != null || Fields.STOP_AT_LOSS.of(spec) != null;
        double budget = (double) spec.maxSteps() * Objects.requireNonNull(Fields.BATCH_SIZE.of(spec));
        if (hasTarget && least.isPresent() && least.getAsDouble() > budget) {
            count("theory expects more samples than the budget has: growth alone takes "
                    + Numerals.number(Math.ceil(least.getAsDouble())) + " with d = " + Fields.D.of(spec)
                    + ", and max-steps and max-samples allow " + Numerals.number(budget) + ".");
        }
    }

    /** One sentence for all cells with the same target, since numbers differ in each. */
    private void countSmallBudgets() {
        Map<Criterion, List<CellForecast>> small = forecasts.values().stream()
                .filter(forecast -> forecast.budget()
                        .filter(CellForecast.Budget.TOO_SMALL::equals)
                        .isPresent())
                .sorted(Comparator.comparingInt(CellForecast::cell))
                .collect(Collectors.groupingBy(
                        forecast -> forecast.aim().criterion(), LinkedHashMap::new, Collectors.toList()));
        small.forEach((criterion, few) -> cells.merge(tooSmall(criterion, few), few.size(), Integer::sum));
    }

    private static String tooSmall(Criterion criterion, List<CellForecast> forecasts) {
        return "theory expects "
                + perDimension(
                        forecasts,
                        forecast -> forecast.expectation()
                                .map(expected -> Math.min(
                                        expected.samples(), (double) expected.horizon() * expected.batchSize()))
                                .orElseThrow())
                + " samples to " + criterion.words() + "; max-steps and max-samples allow "
                + perDimension(forecasts, forecast -> forecast.aim().budget()) + ".";
    }

    /** Such as {@code 1,286 d to 1,407 d}. */
    private static String perDimension(List<CellForecast> forecasts, ToDoubleFunction<CellForecast> samples) {
        List<String> ends = DoubleStream.of(
                        ratios(forecasts, samples).min().orElse(Double.NaN),
                        ratios(forecasts, samples).max().orElse(Double.NaN))
                .mapToObj(ratio -> (ratio < 10 ? Numerals.significant(ratio) : Numerals.samples(ratio)) + " d")
                .distinct()
                .toList();
        return String.join(" to ", ends);
    }

    private static DoubleStream ratios(List<CellForecast> forecasts, ToDoubleFunction<CellForecast> samples) {
        return forecasts.stream().mapToDouble(forecast -> samples.applyAsDouble(forecast) / (double) forecast.d());
    }

    private void count(String doubt) {
        cells.merge(doubt, 1, Integer::sum);
    }
}
