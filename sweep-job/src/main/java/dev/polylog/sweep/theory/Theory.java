package dev.polylog.sweep.theory;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Speeds;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The recursion of {@code docs/theory.md} as a prophet: it trains a fixed number of starts and remembers what they did. The same
 * question has the same answer on every machine, and on any number of threads.
 */
public final class Theory {
    /** Starts whose median is within a few tenths of a percent of that of many, where d is large. */
    public static final int USUAL_STARTS = 8;

    private final EngineType engine;
    private final int starts;
    private final Map<String, Expectation> known = new ConcurrentHashMap<>();

    /** Told after each start how many of how many have ended, by any thread. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, all) -> {};

        void at(int done, int all);
    }

    Theory(EngineType engine, int starts) {
        if (starts < 1) {
            throw new IllegalArgumentException("Invalid starts: " + starts + " (expected at least 1)");
        }
        this.engine = engine;
        this.starts = starts;
    }

    /** One that asks so many starts, at least 1. */
    public static Theory of(int starts) {
        return new Theory(EngineType.LIMIT, starts);
    }

    public int starts() {
        return starts;
    }

    /** Why theory says nothing of such runs; empty if it does. */
    public Optional<String> silence(RunSpec run) {
        if (!(run.method() instanceof Method.Sgd)) {
            return Optional.of("it is about sgd, and method is " + run.method().name());
        }
        if (!(run.start().initialization() instanceof Initialization.Sphere)) {
            return Optional.of(
                    "its neurons start on a sphere, and init is " + run.start().initialization());
        }
        return engine.refusal(run.workload());
    }

    /** What is expected of each of these, in their order. */
    public List<Forecast> forecasts(List<Aim> aims, Progress progress) {
        List<Optional<Trial>> trials = aims.stream().map(this::trial).toList();
        train(trials, progress);
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < aims.size(); i++) {
            Aim aim = aims.get(i);
            Optional<Expectation> told = trials.get(i).map(Trial::id).map(known::get);
            forecasts.add(told.<Forecast>map(expectation -> expectation)
                    .orElseGet(() -> new Silence(silence(aim.run()).orElse("it was not asked"))));
        }
        return forecasts;
    }

    /**
     * Seconds of one core that {@link #forecasts} is likely to take, by frozen speeds: a function of the question alone, so that
     * what is left out for its cost is the same everywhere.
     */
    public double seconds(List<Aim> aims) {
        return distinct(aims.stream().map(this::trial).toList()).values().stream()
                .mapToDouble(trial -> starts
                        * Horizon.likelySteps(trial.spec())
                        * 1e-9
                        * engine.nanoseconds(trial.spec().workload(), Speeds.FROZEN))
                .sum();
    }

    private Optional<Trial> trial(Aim aim) {
        return silence(aim.run()).isPresent() ? Optional.empty() : Optional.of(Trial.of(aim, engine));
    }

    private static Map<String, Trial> distinct(List<Optional<Trial>> trials) {
        Map<String, Trial> distinct = new LinkedHashMap<>();
        trials.forEach(trial -> trial.ifPresent(asked -> distinct.putIfAbsent(asked.id(), asked)));
        return distinct;
    }

    /** One start of all, then the next: so cores have equal shares of what takes long. */
    private void train(List<Optional<Trial>> trials, Progress progress) {
        Map<String, Trial> asked = distinct(trials);
        asked.keySet().removeAll(known.keySet());
        List<Trial> missing = List.copyOf(asked.values());
        int all = missing.size() * starts;
        AtomicInteger done = new AtomicInteger();
        List<Trial.Start> ended = IntStream.range(0, all)
                .parallel()
                .mapToObj(i -> {
                    Trial.Start start = missing.get(i % missing.size()).start(i / missing.size());
                    progress.at(done.incrementAndGet(), all);
                    return start;
                })
                .toList();
        for (int k = 0; k < missing.size(); k++) {
            int which = k;
            List<Trial.Start> ofTrial = IntStream.range(0, starts)
                    .mapToObj(start -> ended.get(start * missing.size() + which))
                    .toList();
            known.put(missing.get(k).id(), expectation(missing.get(k).spec(), ofTrial));
        }
    }

    private static Expectation expectation(RunSpec spec, List<Trial.Start> starts) {
        return new Expectation(
                spec.training().batchSize(),
                spec.maxSteps(),
                starts.stream().map(Trial.Start::crossing).toList(),
                starts.stream().map(Trial.Start::trajectory).toList());
    }
}
