package dev.polylog.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.sun.management.ThreadMXBean;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.StoredRuns;
import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Speeds;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.observe.Observer;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Literal;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Half as fast as the frozen core. */
    private static final Speeds SLOW = new Speeds(
            Speeds.FROZEN.productFlops() / 2, 2 * Speeds.FROZEN.normalSeconds(), 2 * Speeds.FROZEN.lookupSeconds());

    private static final Selection ALL = new Selection.Unfinished();
    private static final Sweep SWEEP = SweepFile.parse("""
            name = plan
            seed = 3
            replicates = "512 / d"
            run { max-steps = 50, observe = 50 }
            grid { d = [8, 16, 32, 64], width = [4, 8, 16], batch-size = [16, 4096] }
            exclude = ["width > d"]
            """);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void everyRunIsInOnePackAndTheLongestComeFirst(int cores) {
        Plan plan = Plan.of(SWEEP, new RunIndex(), ALL);
        List<Pack> packs = plan.packs(cores);
        List<String> found = ids(packs, SWEEP);
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(everyId(SWEEP));
        assertThat(plan.plannedRuns()).isEqualTo(found.size());
        assertThat(plan.remainingRuns()).isEqualTo(found.size());
        List<Double> costs = new ArrayList<>();
        for (Pack pack : packs) {
            for (int i = 0; i < pack.size(); i++) {
                costs.add(CostModel.seconds(SWEEP.spec(pack.cell(i), 0)));
            }
        }
        assertThat(costs).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(packs).hasSizeGreaterThanOrEqualTo(Math.min(4 * cores, found.size()));
        assertThat(packs)
                .extracting(Pack::number)
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(packs.size()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicates = 13",
                "replicates = 9",
                "replicates = 8",
                "replicates = 3",
                "grid.d = [4, 2000], replicates = 5"
            })
    void thereAreFourPacksACoreWhereThereAreRunsEnough(String setting) {
        Sweep sweep = SweepFile.parse("name = few\nrun.max-steps = 20\n" + setting.replace(", rep", "\nrep"));
        Plan plan = Plan.of(sweep, new RunIndex(), ALL);
        assertThat(plan.packs(2)).hasSizeGreaterThanOrEqualTo(Math.min(8, plan.remainingRuns()));
    }

    @Test
    void packsAreAboutHalfAMinuteUnlessARunIsLonger() {
        Sweep sweep = SweepFile.parse("name = long\nreplicates = 4000\nrun { d = 64, max-steps = 2000 }\n");
        Plan plan = Plan.of(sweep, new RunIndex(), ALL);
        double run = plan.longestRunSeconds();
        List<Pack> packs = plan.packs(1);
        assertThat(plan.seconds()).isGreaterThan(300);
        assertThat(packs.subList(0, packs.size() - 1))
                .allSatisfy(pack -> assertThat(pack.seconds()).isBetween(30.0, 30 + run));
        assertThat(packs.get(packs.size() - 1).seconds()).isLessThanOrEqualTo(30 + run);
        assertThat(plan.packs(1e-9)).hasSize(plan.remainingRuns());
        assertThat(plan.packs(1e9)).hasSize(1);
        assertThat(packs.stream().mapToDouble(Pack::seconds).sum()).isCloseTo(plan.seconds(), within(1e-6));
    }

    @Test
    void finishedRunsAreLeftOutAndFailedOnesAreNot() {
        List<String> ids = everyId(SWEEP);
        Map<String, RunIndex.Entry> known = new HashMap<>();
        Outcome.Kind[] outcomes = Outcome.Kind.values();
        for (int i = 0; i < 100; i++) {
            known.put(ids.get(i), new RunIndex.Entry(outcomes[i % 5], 0, null));
        }
        RunIndex index = StoredRuns.index(known);
        List<String> failed = ids.stream()
                .filter(id -> known.containsKey(id) && known.get(id).outcome() == Outcome.Kind.FAILED)
                .toList();
        List<String> left = new ArrayList<>(failed);
        left.addAll(ids.subList(100, ids.size()));
        assertThat(planned(index, ALL)).containsExactlyInAnyOrderElementsOf(left);
        assertThat(planned(index, Selection.parse("failed"))).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(planned(index, Selection.parse(ids.get(0)))).isEmpty();
        assertThat(planned(index, Selection.parse(ids.get(4)))).containsExactly(ids.get(4));
        assertThat(planned(new RunIndex(), Selection.parse(ids.get(100)))).containsExactly(ids.get(100));
        assertThat(planned(new RunIndex(), Selection.parse("failed"))).isEmpty();
        assertThatThrownBy(() -> Selection.parse("FAILED")).hasMessageStartingWith("Invalid --only: FAILED (expected");
    }

    @Test
    void cellsThatAreTheSameAreTrainedOnce() {
        Sweep sweep = SweepFile.parse("""
                name = same
                replicates = 2
                grid { d = [32, 64], width = [32, "d", 64] }
                """);
        List<String> ids = everyId(sweep);
        assertThat(ids).hasSize(12);
        Plan plan = Plan.of(sweep, new RunIndex(), ALL);
        assertThat(ids(plan.packs(1), sweep))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ids.stream().distinct().toList());
        assertThat(plan.plannedRuns()).isEqualTo(8);
    }

    private static <T> Settings with(Settings settings, Field<T> field, long value) {
        return settings.with(field, field.kind().read(new Literal.OfNumber(BigDecimal.valueOf(value))));
    }

    private static EngineType engine(RunSpec spec) {
        return ((Method.Sgd) spec.method()).engine();
    }

    @Test
    void aRunCostsMoreTheMoreItDoes() {
        Settings base = Settings.defaults()
                .with(Fields.MAX_STEPS, 100L)
                .with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED));
        for (Field<?> field : List.of(Fields.D, Fields.WIDTH, Fields.BATCH_SIZE, Fields.MAX_STEPS, Fields.TEST_SIZE)) {
            double seconds = 0;
            double flops = 0;
            double disk = 0;
            for (long value : new long[] {2, 3, 10, 100, 1000, 20_000}) {
                RunSpec spec = RunSpec.of(with(base, field, value), 1, 0);
                assertThat(CostModel.seconds(spec)).as(field.name()).isGreaterThan(seconds);
                assertThat(CostModel.flops(spec)).isGreaterThanOrEqualTo(flops);
                assertThat(CostModel.diskBytes(spec)).isGreaterThanOrEqualTo(disk);
                assertThat(CostModel.memoryBytes(spec)).isPositive();
                seconds = CostModel.seconds(spec);
                flops = CostModel.flops(spec);
                disk = CostModel.diskBytes(spec);
            }
        }
    }

    /** Whatever is kept of the neurons, it is not their coordinates. */
    @Test
    void theDimensionCostsAGramRunNothing() {
        Settings settings = Settings.defaults()
                .with(Fields.ENGINE, EngineChoice.of(EngineType.GRAM))
                .with(Fields.BATCH_SIZE, 100L);
        RunSpec small = RunSpec.of(settings.with(Fields.D, 1000L), 1, 0);
        RunSpec huge = RunSpec.of(settings.with(Fields.D, 1_000_000_000L), 1, 0);
        assertThat(CostModel.seconds(huge)).isEqualTo(CostModel.seconds(small));
        assertThat(CostModel.memoryBytes(huge)).isEqualTo(CostModel.memoryBytes(small));
    }

    /** What a run really takes from the heap when it starts, for every engine and what makes it hold more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inputs = sphere, d = 2000, width = 500, batch-size = 4096
            inputs = sphere, d = 2000, width = 500, batch-size = 4096, precision = double
            inputs = sphere, d = 2000, width = 500, batch-size = 64, optimizer = adam, snapshots = [0, 1]
            inputs = sphere, d = 500, width = 5000, batch-size = 64, precision = double, optimizer = momentum, bias = trained
            inputs = sphere, d = 2000, width = 50, batch-size = 100, dataset-size = 10000
            inputs = sphere, d = 100000, width = 10, batch-size = 4, test-size = 4, basis = rotated
            engine = projected, d = 3000, width = 900, batch-size = 12000
            engine = projected, d = 200000, width = 20, batch-size = 12000
            engine = projected, d = 200000, width = 20, batch-size = 12000, optimizer = adam, bias = trained
            engine = projected, d = 200000, width = 20, batch-size = 12000, inputs = clusters, basis = rotated
            engine = projected, d = 200000, width = 20, batch-size = 12000, covariance = power-law, anisotropy = 1, covariance-basis = rotated, snapshots = [5]
            inputs = boolean, engine = bitpacked, d = 2000, width = 500, batch-size = 8192
            inputs = boolean, engine = bitpacked, d = 48, width = 9216, batch-size = 8
            inputs = boolean, engine = bitpacked, d = 400, width = 3000, batch-size = 8, optimizer = adam, bias = trained, snapshots = [0]
            engine = gram, d = 1000000000, width = 200, batch-size = 100000
            engine = limit, d = 1000000000, width = 200, batch-size = 1000000000
            engine = gram, d = 1000000000, width = 400, batch-size = 4, optimizer = momentum, bias = trained, basis = rotated
            engine = gram, d = 1000000, width = 200, batch-size = 300, covariance = two-level, anisotropy = 1, covariance-basis = rotated
            inputs = four-points, engine = points, d = 2, width = 200000, batch-size = 4, test-size = 4, optimizer = adam, bias = trained
            inputs = four-points, engine = points, d = 50000, width = 64, batch-size = 4, test-size = 4, snapshots = [0]
            """)
    void theMemoryOfARunIsForeseen(String run) {
        RunSpec spec = SweepFile.parse("name = memory\nrun { " + run + " }").spec(0, 0);
        StreamKey key = new StreamKey(1, 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Until kernels are compiled they make passing objects, so the least of some starts counts.
        double taken = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        while (taken > CostModel.memoryBytes(spec) / 0.9 && System.nanoTime() - begin < PATIENCE_NANOS) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            TwoLayerNetwork network = spec.start()
                    .draw(spec.architecture(), engine(spec).rows(spec.workload()), key)
                    .network()
                    .orElseThrow();
            Engine engine = engine(spec).start(spec.task(), network, spec.training(), key);
            Observer observer = new Observer(spec.observation(), spec.workload(), network, key, engine);
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            taken = Math.min(taken, (double) (after - before));
            assertThat(observer.snapshot(7).neurons()).isEmpty();
        }
        assertThat(CostModel.memoryBytes(spec) / taken).isBetween(0.9, 1.2);
    }

    @Test
    void mediansCountRunsThatNeverReachedTheirTargetAsLast() {
        Sweep sweep = SweepFile.parse("name = cells\nreplicates = 9\ngrid.d = [" + numbers(200) + "]\n");
        Random random = new Random(5);
        Map<String, RunIndex.Entry> known = new HashMap<>();
        List<Outcome.Kind> outcomes = List.of(
                Outcome.Kind.REACHED,
                Outcome.Kind.REACHED,
                Outcome.Kind.REACHED,
                Outcome.Kind.EXHAUSTED,
                Outcome.Kind.DIVERGED,
                Outcome.Kind.FAILED);
        for (String id : everyId(sweep)) {
            if (random.nextInt(8) > 0) {
                Outcome.Kind outcome = outcomes.get(random.nextInt(outcomes.size()));
                known.put(
                        id,
                        new RunIndex.Entry(
                                outcome,
                                outcome.isComplete() ? random.nextInt(5) / 8f : Float.NaN,
                                outcome == Outcome.Kind.REACHED ? (long) random.nextInt(1000) : null));
            }
        }
        List<CellSummary> cells = CellSummary.of(sweep, StoredRuns.index(known));
        assertThat(cells).hasSize(200);
        for (int cell = 0; cell < 200; cell++) {
            List<RunIndex.Entry> entries = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                RunIndex.Entry entry =
                        known.get(RunIdentity.of(sweep.spec(cell, i)).runId());
                if (entry != null) {
                    entries.add(entry);
                }
            }
            CellSummary summary = cells.get(cell);
            assertThat(summary.planned()).isEqualTo(9);
            assertThat(summary.outcomes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(entries.size());
            assertThat(summary.medianTestError())
                    .isEqualTo(median(entries.stream()
                            .mapToDouble(RunIndex.Entry::testError)
                            .filter(error -> !Double.isNaN(error))));
            OptionalDouble samples = median(entries.stream()
                    .filter(RunIndex.Entry::isFinal)
                    .mapToDouble(entry ->
                            entry.reachedAtSamples() == null ? Double.POSITIVE_INFINITY : entry.reachedAtSamples()));
            assertThat(summary.medianSamples())
                    .isEqualTo(
                            samples.isPresent() && Double.isFinite(samples.getAsDouble())
                                    ? samples
                                    : OptionalDouble.empty());
        }
    }

    /** Twice the dimension and batch: about twice the time of a projected run, four times that of a dense one. */
    @Test
    void theCostOfARunIsThatOfItsEngine() {
        Sweep sweep = SweepFile.parse("""
                name = engines
                run { width = 64, batch-size = "4 * d", observe = 1000, test-size = 1 }
                grid { engine = [dense, projected], d = [4096, 8192, 65536] }
                """);
        double[] seconds = new double[sweep.cells()];
        for (int cell = 0; cell < seconds.length; cell++) {
            RunSpec spec = sweep.spec(cell, 0);
            int at = (engine(spec) == EngineType.DENSE ? 0 : 3)
                    + List.of(4096L, 8192L, 65536L).indexOf(spec.task().d());
            seconds[at] = CostModel.seconds(spec);
        }
        assertThat(seconds[1] / seconds[0]).isBetween(3.8, 4.2);
        assertThat(seconds[4] / seconds[3]).isBetween(1.9, 2.1);
        assertThat(seconds[2] / seconds[5]).isBetween(200.0, 800.0);
        Estimate estimate = Estimate.of(sweep);
        assertThat(estimate.methods())
                .containsOnly(
                        entry(new Method.Sgd(EngineType.DENSE), 3L), entry(new Method.Sgd(EngineType.PROJECTED), 3L));
    }

    /** What {@code plan} prints of a run is what it prints of a step, as often as there are steps. */
    @Test
    void aRunTakesTheTimeOfItsSteps() {
        Sweep sweep = SweepFile.parse("""
                name = steps
                run { width = 64, batch-size = "4 * d", max-steps = 10000, observe = 10000, test-size = 1 }
                grid { engine = [dense, auto], inputs = [gaussian, boolean], optimizer = [sgd, adam], d = [48, 512] }
                """);
        for (int cell = 0; cell < sweep.cells(); cell++) {
            RunSpec spec = sweep.spec(cell, 0);
            double steps = spec.maxSteps() * 1e-9 * engine(spec).nanoseconds(spec.workload(), SLOW);
            assertThat(CostModel.seconds(spec, SLOW) / steps)
                    .as(sweep.labels(cell).toString())
                    .isBetween(1.0, 1.1);
        }
    }

    /** Slower speeds make every estimate longer, and what is not plain makes it longer on the same speeds. */
    @Test
    void estimatesFollowTheSpeedsOfTheMachine() {
        for (String run : List.of("engine = dense", "engine = projected", "engine = bitpacked, inputs = boolean")) {
            RunSpec spec = SweepFile.parse("name = speeds\nrun { d = 256, batch-size = 1024, " + run + " }")
                    .spec(0, 0);
            double frozen = CostModel.seconds(spec, Speeds.FROZEN);
            assertThat(CostModel.seconds(spec, SLOW) / frozen).as(run).isBetween(1.5, 2.0);
            RunSpec adam = SweepFile.parse(
                            "name = speeds\nrun { d = 256, batch-size = 1024, optimizer = adam, bias = trained, "
                                    + "activation = tanh, " + run + " }")
                    .spec(0, 0);
            assertThat(CostModel.seconds(adam, Speeds.FROZEN)).isGreaterThan(frozen);
        }
    }

    private static List<String> ids(List<Pack> packs, Sweep sweep) {
        List<String> ids = new ArrayList<>();
        for (Pack pack : packs) {
            for (int i = 0; i < pack.size(); i++) {
                ids.add(RunIdentity.of(sweep.spec(pack.cell(i), pack.replicate(i)))
                        .runId());
            }
        }
        return ids;
    }

    private static List<String> everyId(Sweep sweep) {
        List<String> ids = new ArrayList<>();
        for (int cell = 0; cell < sweep.cells(); cell++) {
            for (int replicate = 0; replicate < sweep.replicates(cell); replicate++) {
                ids.add(RunIdentity.of(sweep.spec(cell, replicate)).runId());
            }
        }
        return ids;
    }

    private static OptionalDouble median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static String numbers(int count) {
        return String.join(
                ", ",
                Stream.iterate(2, d -> d + 1).limit(count).map(String::valueOf).toList());
    }

    private static List<String> planned(RunIndex index, Selection selection) {
        return ids(Plan.of(SWEEP, index, selection).packs(2), SWEEP);
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }
}
