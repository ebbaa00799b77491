package dev.polylog.sweep.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evidence that is asked once what several parts of a study ask. For one thread. */
public final class Remembered implements Evidence {
    private final Evidence evidence;
    private final Map<List<Object>, List<?>> answers = new HashMap<>();

    public Remembered(Evidence evidence) {
        this.evidence = evidence;
    }

    @FunctionalInterface
    private interface Question<T> {
        List<T> ask();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> once(List<Object> key, Question<T> question) {
        List<?> known = answers.get(key);
        if (known == null) {
            known = List.copyOf(question.ask());
            answers.put(key, known);
        }
        return (List<T>) known;
    }

    @Override
    public List<CellOutcomes> outcomes() {
        return once(List.of("outcomes"), evidence::outcomes);
    }

    @Override
    public List<RunCrossing> crossings(Criterion criterion) {
        return once(List.of("crossings", criterion), () -> evidence.crossings(criterion));
    }

    @Override
    public List<RunValue> finals(Collection<Integer> cells, String observable) {
        return once(List.of("finals", List.copyOf(cells), observable), () -> evidence.finals(cells, observable));
    }

    @Override
    public List<RunEnd> ends(Collection<Integer> cells, List<String> observables) {
        return evidence.ends(cells, observables);
    }

    @Override
    public List<RunStart> starts(Collection<Integer> cells) {
        return once(List.of("starts", List.copyOf(cells)), () -> evidence.starts(cells));
    }

    @Override
    public List<BandLevel> bands(Collection<Integer> cells) {
        return evidence.bands(cells);
    }

    @Override
    public List<Trajectory> trajectories(Collection<Integer> cells, int replicates) {
        return evidence.trajectories(cells, replicates);
    }

    @Override
    public List<NeuronRow> neurons(Collection<Integer> cells) {
        return evidence.neurons(cells);
    }

    @Override
    public List<RunSnapshot> snapshots(Collection<Integer> cells, int replicates) {
        return evidence.snapshots(cells, replicates);
    }

    @Override
    public List<RunTenth> distances(Collection<Integer> cells, int replicates) {
        return evidence.distances(cells, replicates);
    }

    @Override
    public List<RunCost> costs(int most) {
        return evidence.costs(most);
    }

    @Override
    public List<RunCost> slowest(int most) {
        return evidence.slowest(most);
    }

    @Override
    public List<Load> load(int stretches) {
        return evidence.load(stretches);
    }

    @Override
    public Provenance provenance() {
        return evidence.provenance();
    }
}
