package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.analysis.numeric.SplitMix;
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
import dev.polylog.trainer.task.InputLaw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tables that nobody trained. Each cell has as many runs as the sweep says:
 *
 * <ul>
 *   <li>n* is d (100 + 50 log d) times e to the power of 0.05 times a normal number, over the label noise's factor 1 / (1 - 2 q); one
 *       run in four never learns where label noise is above 0.3;
 *   <li>the test error ends at 0.01 for runs that learned, else at 0.5, and block_imbalance at q + 0.2 plus noise of 0.01;
 *   <li>along a run residual_mass falls as test_error does, up to noise; masses grow by 0.9 of what margins predict;
 *   <li>the heavy phase begins after a time of 2 log d, and in it the smallest margin grows by 1.1, the largest by 0.9 of their bound;
 *   <li>one run in four has a dead point of class 1 at its start, the one that may not learn, and the next one of class 0;
 *   <li>the signal of neurons grows at a rate of 0.4 in 10 steps of 0.1, and neurons point along the four directions within 0.1;
 *   <li>at the boundary 0.4 of the test samples are misjudged, a quarter as many in each tenth that is farther; twice as many at
 *       step 0;
 *   <li>on the four points both neurons point along (1, 1) within 0.1.
 * </ul>
 */
final class MadeUpRuns implements Evidence {
    private static final double ETA = 0.1;
    private static final double RATE = 0.4;

    private final Sweep sweep;
    private final int first;

    MadeUpRuns(Sweep sweep) {
        this(sweep, Integer.MAX_VALUE);
    }

    /** Only the first runs of each cell are there. */
    MadeUpRuns(Sweep sweep, int first) {
        this.sweep = sweep;
        this.first = first;
    }

    private int runs(int cell) {
        return Math.min(first, sweep.replicates(cell));
    }

    private double noise(int cell) {
        return sweep.spec(cell, 0).task().labelNoise();
    }

    /** Neighbouring seeds would have first numbers that are much the same. */
    private static Random random(int cell, int replicate) {
        return new Random(SplitMix.seedOf(cell, replicate));
    }

    private boolean learns(int cell, int replicate) {
        return noise(cell) < 0.3 || replicate % 4 > 0;
    }

    private double needed(int cell, int replicate) {
        double d = sweep.spec(cell, 0).task().d();
        return d
                * (100 + 50 * Math.log(d))
                / (1 - 2 * noise(cell))
                * Math.exp(0.05 * random(cell, replicate).nextGaussian());
    }

    private static String id(int cell, int replicate) {
        return cell + "/" + replicate;
    }

    @Override
    public List<CellOutcomes> outcomes() {
        return List.of();
    }

    @Override
    public List<RunCrossing> crossings(Criterion criterion) {
        List<RunCrossing> crossings = new ArrayList<>();
        for (int cell = 0; cell < sweep.cells(); cell++) {
            for (int replicate = 0; replicate < runs(cell); replicate++) {
                double samples = needed(cell, replicate);
                boolean learns = learns(cell, replicate);
                crossings.add(new RunCrossing(
                        id(cell, replicate),
                        cell,
                        replicate,
                        learns ? Outcome.Kind.REACHED : Outcome.Kind.EXHAUSTED,
                        learns ? Crossing.between(0.99 * samples, 1.01 * samples) : Crossing.after(3 * samples)));
            }
        }
        return crossings;
    }

    @Override
    public List<RunValue> finals(Collection<Integer> cells, String observable) {
        List<RunValue> values = new ArrayList<>();
        for (int cell : cells) {
            for (int replicate = 0; replicate < runs(cell); replicate++) {
                boolean learns = learns(cell, replicate);
                double value = observable.equals("test_error")
                        ? learns ? 0.01 : 0.5
                        : noise(cell) + 0.2 + 0.01 * random(cell, replicate).nextGaussian();
                values.add(
                        new RunValue(cell, replicate, learns ? Outcome.Kind.REACHED : Outcome.Kind.EXHAUSTED, value));
            }
            values.add(new RunValue(cell, runs(cell), Outcome.Kind.REJECTED, Double.NaN));
        }
        return values;
    }

    @Override
    public List<RunEnd> ends(Collection<Integer> cells, List<String> observables) {
        return List.of();
    }

    @Override
    public List<RunStart> starts(Collection<Integer> cells) {
        List<RunStart> starts = new ArrayList<>();
        for (int cell : cells) {
            for (int replicate = 0; replicate < runs(cell); replicate++) {
                starts.add(new RunStart(cell, replicate, replicate % 4 == 0 ? 1 : 0, replicate % 4 == 1 ? 1 : 0));
            }
        }
        return starts;
    }

    @Override
    public List<Trajectory> trajectories(Collection<Integer> cells, int replicates) {
        List<Trajectory> found = new ArrayList<>();
        for (int cell : cells) {
            for (int replicate = 0; replicate < Math.min(replicates, runs(cell)); replicate++) {
                Random random = random(cell, replicate);
                Trajectory.Builder run = new Trajectory.Builder(id(cell, replicate), cell, Outcome.Kind.REACHED);
                long batch = sweep.spec(cell, 0).training().batchSize();
                double logD = Math.log((double) sweep.spec(cell, 0).task().d());
                long heavy =
                        Math.round(2 * logD / ETA + random(cell, replicate + 1).nextGaussian());
                double logMass = -5;
                double smallest = 0.01;
                double largest = 0.02;
                for (int i = -2; i < 12; i++) {
                    if (i > 0) {
                        logMass += 0.9 * (predicted(i) + predicted(i - 1)) / 2 + 0.001 * random.nextGaussian();
                        smallest *= Math.exp(1.1 * bound(smallest) + 0.0005 * random.nextGaussian());
                        largest *= Math.exp(0.9 * bound(largest) + 0.0005 * random.nextGaussian());
                    }
                    long step = i == -2 ? 0 : heavy + i;
                    int falls = Math.max(i, 0);
                    run.add(
                            step,
                            batch * step,
                            i < 0 ? "homogeneous" : "heavy",
                            List.of(
                                    "test_error",
                                    "residual_mass",
                                    "mass_mu1_plus",
                                    "growth_mu1_plus",
                                    "margin_min",
                                    "margin_max"),
                            List.of(
                                    0.5 - 0.04 * falls,
                                    1 - 0.05 * falls + 0.01 * random.nextGaussian(),
                                    Math.exp(logMass),
                                    margin(falls),
                                    smallest,
                                    largest));
                }
                found.add(run.build());
            }
        }
        return found;
    }

    /** Of the growth of a margin, in a step. */
    private static double bound(double margin) {
        return Math.log1p(2 * ETA * Math.sqrt(2) / 4 * 2 / (1 + Math.exp(margin)));
    }

    private static double margin(int step) {
        return 0.3 / (1 + 0.2 * step);
    }

    private static double predicted(int step) {
        return Math.log1p(2 * ETA * margin(step));
    }

    @Override
    public List<RunSnapshot> snapshots(Collection<Integer> cells, int replicates) {
        List<RunSnapshot> found = new ArrayList<>();
        for (int cell : cells) {
            for (int replicate = 0; replicate < Math.min(replicates, runs(cell)); replicate++) {
                Random random = random(cell, replicate);
                if (sweep.spec(cell, 0).task().inputs().equals(new InputLaw.FourPoints())) {
                    found.add(new RunSnapshot(cell, replicate, 10, List.of(trapped(random), trapped(random))));
                    continue;
                }
                double growth = Math.pow(1 + ETA * (RATE + 0.02 * random.nextGaussian()), 10);
                found.add(new RunSnapshot(cell, replicate, 0, neurons(1, random(cell, replicate))));
                found.add(new RunSnapshot(cell, replicate, 10, neurons(growth, random(cell, replicate))));
            }
        }
        return found;
    }

    @Override
    public List<RunTenth> distances(Collection<Integer> cells, int replicates) {
        List<RunTenth> found = new ArrayList<>();
        for (int cell : cells) {
            for (int replicate = 0; replicate < Math.min(replicates, runs(cell)); replicate++) {
                Random random = random(cell, replicate);
                for (int step = 0; step <= 10; step += 10) {
                    for (int tenth = 1; tenth <= 10; tenth++) {
                        double error = 0.4
                                * Math.pow(0.25, tenth - 1)
                                * (step == 0 ? 2 : 1)
                                * Math.exp(0.05 * random.nextGaussian());
                        double to = 0.1 * tenth;
                        found.add(new RunTenth(cell, replicate, step, tenth, to - 0.1, to, 100, error));
                    }
                }
            }
        }
        return found;
    }

    private static Neuron trapped(Random random) {
        double angle = Math.PI / 4 + 0.1 * random.nextGaussian();
        return new Neuron(1, Math.cos(angle), Math.sin(angle), -0.5);
    }

    /** Neurons along the direction that the sign of their output weight favours, and its opposite. */
    private static List<Neuron> neurons(double length, Random random) {
        return IntStream.range(0, 20)
                .mapToObj(j -> {
                    double a = j % 2 == 0 ? 0.1 : -0.1;
                    double angle = (a > 0 ? -1 : 1) * Math.PI / 4 + 0.1 * random.nextGaussian();
                    double sign = j % 4 < 2 ? 1 : -1;
                    return new Neuron(a, sign * length * Math.cos(angle), sign * length * Math.sin(angle));
                })
                .toList();
    }

    @Override
    public List<BandLevel> bands(Collection<Integer> cells) {
        return List.of();
    }

    @Override
    public List<NeuronRow> neurons(Collection<Integer> cells) {
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
