package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.CellOutcomes;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.Load;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.evidence.Provenance;
import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.evidence.RunEnd;
import dev.polylog.sweep.evidence.RunSnapshot;
import dev.polylog.sweep.evidence.RunStart;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.evidence.RunValue;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What runs would have said whose n* is about d (40 + 80 log d), without any. The last of each cell never learns. */
final class MadeUpEvidence implements Evidence {
    static final Origin ORIGIN = new Origin("made-up", List.of("store"), Origin.Extent.LAST_PLAN, List.of());

    private final Sweep sweep;
    private final ToDoubleFunction<RunSpec> needed;

    MadeUpEvidence(Sweep sweep) {
        this(
                sweep,
                spec -> spec.task().d()
                        * (40 + 80 * Math.log((double) spec.task().d())));
    }

    /** The same with another median of n*. */
    MadeUpEvidence(Sweep sweep, ToDoubleFunction<RunSpec> needed) {
        this.sweep = sweep;
        this.needed = needed;
    }

    private static String id(int cell, int replicate) {
        return "run " + replicate + " of cell " + cell;
    }

    @Override
    public List<CellOutcomes> outcomes() {
        return IntStream.range(0, sweep.cells())
                .mapToObj(cell -> {
                    long runs = sweep.replicates(cell);
                    return new CellOutcomes(
                            cell,
                            Map.of(Outcome.Kind.REACHED, runs - 1, Outcome.Kind.EXHAUSTED, 1L),
                            0.01 * (1 + cell));
                })
                .toList();
    }

    @Override
    public List<RunCrossing> crossings(Criterion criterion) {
        Random random = new Random(3);
        List<RunCrossing> crossings = new ArrayList<>();
        for (int cell = 0; cell < sweep.cells(); cell++) {
            double expected = needed.applyAsDouble(sweep.spec(cell, 0));
            int runs = sweep.replicates(cell);
            for (int replicate = 0; replicate < runs; replicate++) {
                double samples = expected * Math.exp(0.2 * random.nextGaussian());
                Crossing crossing = replicate == runs - 1
                        ? new Crossing(5 * samples, Double.POSITIVE_INFINITY, 5.5 * samples)
                        : new Crossing(0.95 * samples, 1.05 * samples, 1.15 * samples);
                crossings.add(new RunCrossing(
                        id(cell, replicate),
                        cell,
                        replicate,
                        crossing.isReached() ? Outcome.Kind.REACHED : Outcome.Kind.EXHAUSTED,
                        crossing));
            }
        }
        return crossings;
    }

    @Override
    public List<BandLevel> bands(Collection<Integer> cells) {
        return cells.stream()
                .map(cell -> new BandLevel(cell, "test_error", 64, 9, 0.05, 0.25, 0.5, 0.75, 0.95))
                .toList();
    }

    /** Masses that grow by exp(0.02) a step under a margin of 0.3; heavy after the first checkpoint. */
    @Override
    public List<Trajectory> trajectories(Collection<Integer> cells, int replicates) {
        List<String> observables = List.of("mass_mu1_plus", "growth_mu1_plus");
        return cells.stream()
                .flatMap(cell -> IntStream.range(0, 2).mapToObj(replicate -> {
                    Trajectory.Builder trajectory =
                            new Trajectory.Builder(id(cell, replicate), cell, Outcome.Kind.REACHED);
                    for (int i = 0; i < 4; i++) {
                        long step = 10L * i;
                        trajectory.add(
                                step,
                                8 * step,
                                i == 0 ? "homogeneous" : "heavy",
                                observables,
                                List.of(0.01 * Math.exp(0.02 * step), 0.3));
                    }
                    return trajectory.build();
                }))
                .toList();
    }

    @Override
    public List<NeuronRow> neurons(Collection<Integer> cells) {
        return List.of();
    }

    @Override
    public List<RunValue> finals(Collection<Integer> cells, String observable) {
        return List.of();
    }

    /** The first observable is 0.1, the next 0.2, and so on; the error of runs that never learn is one half. */
    @Override
    public List<RunEnd> ends(Collection<Integer> cells, List<String> observables) {
        return cells.stream()
                .flatMap(cell -> IntStream.range(0, sweep.replicates(cell)).mapToObj(replicate -> {
                    boolean learns = replicate < sweep.replicates(cell) - 1;
                    return new RunEnd(
                            cell,
                            learns ? Outcome.Kind.REACHED : Outcome.Kind.EXHAUSTED,
                            IntStream.range(0, observables.size())
                                    .mapToObj(i -> learns || i > 0 ? 0.1 * (i + 1) : 0.5)
                                    .toList());
                }))
                .toList();
    }

    @Override
    public List<RunStart> starts(Collection<Integer> cells) {
        return List.of();
    }

    @Override
    public List<RunSnapshot> snapshots(Collection<Integer> cells, int replicates) {
        return List.of();
    }

    @Override
    public List<RunTenth> distances(Collection<Integer> cells, int replicates) {
        return List.of();
    }

    @Override
    public List<RunCost> costs(int most) {
        return List.of();
    }

    @Override
    public List<RunCost> slowest(int most) {
        return List.of();
    }

    @Override
    public List<Load> load(int stretches) {
        return List.of();
    }

    @Override
    public Provenance provenance() {
        return new Provenance(Map.of(), Map.of(), Map.of(), 0, Optional.empty());
    }
}
