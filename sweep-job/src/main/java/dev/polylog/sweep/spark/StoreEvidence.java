package dev.polylog.sweep.spark;

import dev.polylog.sweep.analysis.growth.Neuron;
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
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.Table;
import dev.polylog.trainer.run.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Evidence from the tables of stores. The runs of a grid are joined with {@code runs} once and kept; every question reads the
 * few columns that it needs, and what comes back to the driver is no more than a row a run. A run that is in two stores is
 * one of each, so what names it is its store and its id.
 */
public final class StoreEvidence implements Evidence, AutoCloseable {
    private static final String MEASURED = Outcomes.are(Outcome.Kind::isComplete);

    /** Of snapshots; each is a row on the driver. */
    private static final int MOST_NEURONS = 1_000_000;

    /** Likewise. */
    private static final int MOST_TENTHS = 1_000_000;

    private final SparkSession session;
    private final PlannedRuns plan;
    private final Dataset<Row> planned;

    private StoreEvidence(SparkSession session, PlannedRuns plan, Dataset<Row> planned) {
        this.session = session;
        this.plan = plan;
        this.planned = planned;
    }

    /** Joins the runs of a grid with what is in its stores now. */
    public static StoreEvidence of(Cluster cluster, List<RunStore> stores, Grid grid) throws IOException {
        combine(cluster, stores);
        SparkSession session = cluster.session();
        PlannedRuns plan = PlannedRuns.of(cluster, grid);
        plan.rows().createOrReplaceTempView("plan");
        Dataset<Row> planned = session.sql("""
                        select store, run_id, cell, plan.replicate, outcome, engine, steps, cpu_seconds, final_test_error, numerics,
                          version, unix_micros(started_at) / 1e6 as start, wall_seconds
                        from plan join stored_runs using (store, run_id)""").persist(StorageLevel.MEMORY_AND_DISK());
        planned.createOrReplaceTempView("planned_runs");
        return new StoreEvidence(session, plan, planned);
    }

    /** Makes {@code stored_runs} and so on of the tables of all stores, numbered in one more column. */
    private static void combine(Cluster cluster, List<RunStore> stores) throws IOException {
        Map<Table, Dataset<Row>> combined = new EnumMap<>(Table.class);
        for (int number = 0; number < stores.size(); number++) {
            Tables.of(cluster, stores.get(number));
            for (Table table : Table.values()) {
                Dataset<Row> rows =
                        cluster.session().table(table.toString()).withColumn("store", functions.lit(number));
                combined.merge(table, rows, Dataset::union);
            }
        }
        combined.forEach((table, rows) -> rows.createOrReplaceTempView("stored_" + table));
    }

    @Override
    public List<CellOutcomes> outcomes() {
        Map<Integer, Map<Outcome.Kind, Long>> counts = new LinkedHashMap<>();
        for (Row row : all("select cell, outcome, count(1) from planned_runs group by all order by all")) {
            counts.computeIfAbsent(row.getInt(0), cell -> new EnumMap<>(Outcome.Kind.class))
                    .put(Outcome.Kind.parse(row.getString(1)), row.getLong(2));
        }
        Map<Integer, Double> errors = new LinkedHashMap<>();
        for (Row row : all("select cell, percentile(final_test_error, 0.5) from planned_runs where " + MEASURED
                + " group by cell")) {
            errors.put(row.getInt(0), Rows.number(row, 1));
        }
        return counts.entrySet().stream()
                .map(cell -> new CellOutcomes(
                        cell.getKey(), cell.getValue(), errors.getOrDefault(cell.getKey(), Double.NaN)))
                .toList();
    }

    @Override
    public List<RunCrossing> crossings(Criterion criterion) {
        List<RunCrossing> crossings = new ArrayList<>();
        Iterator<Row> rows = session.sql("select run_id, cell, replicate, samples, "
                        + criterion.observable().column()
                        + ", outcome from planned_runs join stored_trajectories using (store, run_id)")
                .repartition(functions.col("run_id"))
                .sortWithinPartitions("run_id", "cell", "samples")
                .mapPartitions(new CrossingScan(criterion.threshold()), Encoders.row(CrossingScan.SCHEMA))
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            crossings.add(new RunCrossing(
                    row.getString(0),
                    row.getInt(1),
                    row.getInt(2),
                    Outcome.Kind.parse(row.getString(6)),
                    new Crossing(row.getDouble(3), row.getDouble(4), row.getDouble(5))));
        }
        crossings.sort(Comparator.comparingInt(RunCrossing::cell).thenComparingInt(RunCrossing::replicate));
        return crossings;
    }

    @Override
    public List<BandLevel> bands(Collection<Integer> cells) {
        if (cells.isEmpty()) {
            return List.of();
        }
        String among = MEASURED + " and cell in (" + list(cells) + ")";
        List<BandLevel> levels = new ArrayList<>();
        Iterator<Row> rows = session.sql("with whole as (select cell, count(1) as whole from planned_runs where "
                        + among
                        + " group by cell) select cell, samples, whole, test_error, test_loss from planned_runs"
                        + " join stored_trajectories using (store, run_id) join whole using (cell) where " + among)
                .repartition(functions.col("cell"), functions.col("samples"))
                .sortWithinPartitions("cell", "samples")
                .mapPartitions(new BandScan(), Encoders.row(BandScan.SCHEMA))
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            addLevel(levels, row, 3, Criterion.Observed.TEST_ERROR);
            addLevel(levels, row, 4, Criterion.Observed.TEST_LOSS);
        }
        levels.sort(Comparator.comparingInt(BandLevel::cell).thenComparingLong(BandLevel::samples));
        return levels;
    }

    private static void addLevel(List<BandLevel> levels, Row row, int column, Criterion.Observed observed) {
        if (!row.isNullAt(column)) {
            List<Double> q = row.getList(column);
            levels.add(new BandLevel(
                    row.getInt(0),
                    observed.column(),
                    row.getLong(1),
                    row.getLong(2),
                    q.get(0),
                    q.get(1),
                    q.get(2),
                    q.get(3),
                    q.get(4)));
        }
    }

    @Override
    public List<Trajectory> trajectories(Collection<Integer> cells, int replicates) {
        return cells.isEmpty() ? List.of() : new TrajectoryQuery(session, list(cells), replicates).trajectories();
    }

    @Override
    public List<NeuronRow> neurons(Collection<Integer> cells) {
        if (cells.isEmpty()) {
            return List.of();
        }
        return all(
                        "select cell, step, output_weight, w1, w2, coalesce(bias, 0d) from planned_runs join stored_neurons using (store, run_id)"
                                + " where replicate = 0 and cell in (" + list(cells)
                                + ") order by cell, step, neuron limit 20000")
                .stream()
                .map(row -> new NeuronRow(
                        row.getInt(0),
                        row.getLong(1),
                        new Neuron(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5))))
                .toList();
    }

    @Override
    public List<RunValue> finals(Collection<Integer> cells, String observable) {
        return ofRuns(
                cells,
                List.of("planned_runs.outcome", "stored_runs.final_" + observable),
                row -> new RunValue(
                        row.getInt(0), row.getInt(1), Outcome.Kind.parse(row.getString(2)), Rows.number(row, 3)));
    }

    @Override
    public List<RunEnd> ends(Collection<Integer> cells, List<String> observables) {
        return ofRuns(
                cells,
                Stream.concat(
                                Stream.of("planned_runs.outcome"),
                                observables.stream().map(observable -> "stored_runs.final_" + observable))
                        .toList(),
                row -> new RunEnd(
                        row.getInt(0),
                        Outcome.Kind.parse(row.getString(2)),
                        IntStream.range(0, observables.size())
                                .mapToObj(i -> Rows.number(row, 3 + i))
                                .toList()));
    }

    @Override
    public List<RunStart> starts(Collection<Integer> cells) {
        return ofRuns(
                cells,
                List.of("stored_runs.initial_dead_class_1", "stored_runs.initial_dead_class_0"),
                row -> new RunStart(row.getInt(0), row.getInt(1), Rows.number(row, 2), Rows.number(row, 3)));
    }

    /** Cell, replicate and these columns of each run; a part of the rows at a time, for there may be millions. */
    private <T> List<T> ofRuns(Collection<Integer> cells, List<String> columns, Function<Row, T> read) {
        List<T> runs = new ArrayList<>();
        if (!cells.isEmpty()) {
            session.sql("select planned_runs.cell, planned_runs.replicate, " + String.join(", ", columns)
                            + " from planned_runs join stored_runs using (store, run_id) where cell in (" + list(cells)
                            + ")")
                    .toLocalIterator()
                    .forEachRemaining(row -> runs.add(read.apply(row)));
        }
        return runs;
    }

    @Override
    public List<RunSnapshot> snapshots(Collection<Integer> cells, int replicates) {
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<List<Object>, List<Neuron>> found = new LinkedHashMap<>();
        for (Row row : all("select cell, replicate, step, output_weight, w1, w2, coalesce(bias, 0d) from planned_runs"
                + " join stored_neurons using (store, run_id) where replicate < " + replicates + " and cell in ("
                + list(cells) + ") order by cell, replicate, step, neuron limit " + MOST_NEURONS)) {
            found.computeIfAbsent(List.of(row.getInt(0), row.getInt(1), row.getLong(2)), snapshot -> new ArrayList<>())
                    .add(new Neuron(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6)));
        }
        return found.entrySet().stream()
                .map(entry -> new RunSnapshot(
                        (int) entry.getKey().get(0),
                        (int) entry.getKey().get(1),
                        (long) entry.getKey().get(2),
                        entry.getValue()))
                .toList();
    }

    @Override
    public List<RunTenth> distances(Collection<Integer> cells, int replicates) {
        if (cells.isEmpty()) {
            return List.of();
        }
        return all(
                        "select cell, replicate, step, tenth, distance_from, distance_to, samples, test_error from planned_runs"
                                + " join stored_distances using (store, run_id) where replicate < " + replicates
                                + " and cell in (" + list(cells) + ") order by cell, replicate, step, tenth limit "
                                + MOST_TENTHS)
                .stream()
                .map(row -> new RunTenth(
                        row.getInt(0),
                        row.getInt(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getInt(6),
                        row.getDouble(7)))
                .toList();
    }

    /** Run ids are hashes, so the first of them are a sample that nothing else has chosen. */
    @Override
    public List<RunCost> costs(int most) {
        return costs("cpu_seconds > 0 order by run_id", most);
    }

    @Override
    public List<RunCost> slowest(int most) {
        return costs("cpu_seconds > 0 order by cpu_seconds desc, run_id", most);
    }

    private List<RunCost> costs(String which, int most) {
        return all("select run_id, cell, engine, outcome, cpu_seconds, steps from planned_runs where " + which
                        + " limit " + most)
                .stream()
                .map(row -> new RunCost(
                        row.getString(0),
                        row.getInt(1),
                        row.getString(2),
                        Outcome.Kind.parse(row.getString(3)),
                        row.getDouble(4),
                        row.getLong(5)))
                .toList();
    }

    @Override
    public List<Load> load(int stretches) {
        return LoadQuery.ask(session, stretches);
    }

    @Override
    public Provenance provenance() {
        Row sum = session.sql("select coalesce(sum(cpu_seconds), 0d), max(start + wall_seconds) from planned_runs")
                .head();
        return new Provenance(
                counts("engine"),
                counts("numerics"),
                counts("version"),
                sum.getDouble(0),
                sum.isNullAt(1)
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli((long) (sum.getDouble(1) * 1000))));
    }

    private Map<String, Long> counts(String column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        all("select " + column + ", count(1) from planned_runs group by all order by all")
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private List<Row> all(String sql) {
        return session.sql(sql).collectAsList();
    }

    private static String list(Collection<Integer> cells) {
        return cells.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        planned.unpersist();
        plan.close();
    }
}
