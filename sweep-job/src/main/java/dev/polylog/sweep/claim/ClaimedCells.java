package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.evidence.RunSnapshot;
import dev.polylog.sweep.evidence.RunStart;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.evidence.RunValue;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The cells that a claim is about, and what there is to know of them. */
public final class ClaimedCells {
    /** Runs of a cell whose trajectories are looked into; each has hundreds of checkpoints. */
    private static final int MOST_TRAJECTORIES = 50;

    /** Runs of a cell whose neurons are. */
    private static final int MOST_SNAPSHOTS = 100;

    /** Runs of a cell whose errors by distance are. */
    private static final int MOST_DISTANCES = 1000;

    /** The same where networks have a few neurons and only some of the runs are wanted. */
    private static final int MOST_SMALL_SNAPSHOTS = 20_000;

    private final List<ClaimedCell> cells;
    private final Evidence evidence;
    private final Criterion criterion;
    private final Foresight foresight;

    /** @param criterion that of the sweep: what counts as learned */
    public ClaimedCells(List<ClaimedCell> cells, Evidence evidence, Criterion criterion, Foresight foresight) {
        this.cells = List.copyOf(cells);
        this.evidence = evidence;
        this.criterion = criterion;
        this.foresight = foresight;
    }

    /** Those of the cells where a condition holds. */
    public ClaimedCells where(Expression<Boolean> condition) {
        return new ClaimedCells(
                cells.stream()
                        .filter(cell -> cell.plan().holds(condition, cell.cell()))
                        .toList(),
                evidence,
                criterion,
                foresight);
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    public int size() {
        return cells.size();
    }

    List<RunSpec> specs() {
        return cells.stream().map(ClaimedCell::spec).toList();
    }

    private Set<Integer> numbers() {
        return cells.stream().map(ClaimedCell::number).collect(Collectors.toSet());
    }

    /** When the runs learned, by the criterion of the sweep. */
    List<RunCrossing> crossings() {
        Set<Integer> numbers = numbers();
        return evidence.crossings(criterion).stream()
                .filter(run -> numbers.contains(run.cell()))
                .toList();
    }

    /** The same of runs that have an n*. */
    List<Crossing> measured() {
        return crossings().stream()
                .filter(RunCrossing::isMeasured)
                .map(RunCrossing::crossing)
                .toList();
    }

    /** The last value of an observable in each run that has a trajectory. */
    List<RunValue> finals(String observable) {
        return evidence.finals(numbers(), observable).stream()
                .filter(run -> run.outcome().hasTrajectory())
                .toList();
    }

    /** How all runs started. */
    List<RunStart> starts() {
        return evidence.starts(numbers());
    }

    /** Trajectories of runs that were trained to their end. */
    List<Trajectory> trajectories() {
        return evidence.trajectories(numbers(), MOST_TRAJECTORIES).stream()
                .filter(run -> run.outcome().isComplete())
                .toList();
    }

    List<RunSnapshot> snapshots() {
        return evidence.snapshots(numbers(), MOST_SNAPSHOTS);
    }

    List<RunTenth> distances() {
        return evidence.distances(numbers(), MOST_DISTANCES);
    }

    /** The same of many runs, whose networks must be small. */
    List<RunSnapshot> manySnapshots() {
        return evidence.snapshots(numbers(), MOST_SMALL_SNAPSHOTS);
    }

    RunSpec spec(int number) {
        return cells.stream()
                .filter(cell -> cell.number() == number)
                .findFirst()
                .orElseThrow()
                .spec();
    }

    /** Why there is no law of d in these cells; empty if there may be one. */
    Optional<String> obstacleToLaws() {
        List<Long> places = cells.stream().map(ClaimedCell::d).sorted().toList();
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i).equals(places.get(i - 1))) {
                return Optional.of("several of its cells have d = " + places.get(i)
                        + ", and a law needs one for each d (where can choose)");
            }
        }
        return places.size() < 2 ? Optional.of("a law needs at least two d") : Optional.empty();
    }

    /** The cells along d that have runs with an n*. */
    List<Cell> alongD() {
        Map<Integer, List<Crossing>> crossings = new HashMap<>();
        crossings().stream()
                .filter(RunCrossing::isMeasured)
                .forEach(run -> crossings
                        .computeIfAbsent(run.cell(), cell -> new ArrayList<>())
                        .add(run.crossing()));
        return alongD(crossings);
    }

    /**
     * The cells along d with crossings of another kind.
     *
     * @param crossings by number of the cell
     */
    List<Cell> alongD(Map<Integer, List<Crossing>> crossings) {
        return cells.stream()
                .filter(cell -> crossings.containsKey(cell.number()))
                .map(cell -> Cell.of((double) cell.d(), crossings.getOrDefault(cell.number(), List.of())))
                .toList();
    }

    /** What theory expects along d. */
    ExpectedMedians expected() {
        Map<Double, Double> medians = new HashMap<>();
        Map<Double, Double> errors = new HashMap<>();
        for (ClaimedCell cell : cells) {
            Optional<Expectation> told =
                    foresight.of(cell.number()).filter(expectation -> Double.isFinite(expectation.samples()));
            told.ifPresent(expectation -> {
                medians.put((double) cell.d(), expectation.samples());
                errors.put((double) cell.d(), expectation.samplesError());
            });
        }
        return new ExpectedMedians(medians, errors);
    }
}
