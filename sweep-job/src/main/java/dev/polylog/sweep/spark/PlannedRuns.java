package dev.polylog.sweep.spark;

import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Numbering;
import dev.polylog.sweep.grid.Part;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The runs of a grid as a table, named by the executors: a million of them are a few bytes of sweep on the driver. */
final class PlannedRuns implements AutoCloseable {
    private static final int SLICES_PER_CORE = 4;
    private static final StructType SCHEMA = new StructType()
            .add("store", DataTypes.IntegerType, false)
            .add("run_id", DataTypes.StringType, false)
            .add("cell", DataTypes.IntegerType, false)
            .add("replicate", DataTypes.IntegerType, false);

    private final Cluster cluster;
    private final List<Broadcast<?>> sent = new ArrayList<>();
    private final Dataset<Row> rows;

    private PlannedRuns(Cluster cluster, Grid grid) {
        this.cluster = cluster;
        this.rows = grid.parts().stream()
                .map(this::rows)
                .reduce(cluster.session().createDataFrame(List.of(), SCHEMA), Dataset::union)
                .groupBy("store", "run_id")
                .agg(functions.min(functions.struct("cell", "replicate")).as("place"))
                .select("store", "run_id", "place.cell", "place.replicate");
    }

    static PlannedRuns of(Cluster cluster, Grid grid) {
        return new PlannedRuns(cluster, grid);
    }

    /** Columns {@code store, run_id, cell, replicate}; a run of a store that is in two cells counts in the first. */
    Dataset<Row> rows() {
        return rows;
    }

    private Dataset<Row> rows(Part part) {
        SparkSession session = cluster.session();
        Sweep plan = part.plan();
        int slices =
                Math.min(plan.cells(), SLICES_PER_CORE * session.sparkContext().defaultParallelism());
        return session.range(0, plan.cells(), 1, slices)
                .mapPartitions(new Naming(part.store(), send(plan.text()), send(part.cells())), Encoders.row(SCHEMA));
    }

    private <T> Broadcast<T> send(T value) {
        Broadcast<T> broadcast = cluster.context().broadcast(value);
        sent.add(broadcast);
        return broadcast;
    }

    @Override
    public void close() {
        sent.forEach(Broadcast::destroy);
    }

    private record Naming(int store, Broadcast<String> sweepText, Broadcast<Numbering> numbering)
            implements MapPartitionsFunction<Long, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Long> cells) {
            Sweep sweep = SweepCache.parse(sweepText.value());
            Iterable<Long> once = () -> cells;
            return StreamSupport.stream(once.spliterator(), false)
                    .flatMap(cell -> runs(sweep, cell.intValue()))
                    .iterator();
        }

        private Stream<Row> runs(Sweep sweep, int number) {
            int cell = numbering.value().of(number);
            int replicates = cell == Numbering.NONE ? 0 : sweep.replicates(number);
            if (replicates == 0) {
                return Stream.empty();
            }
            RunSpec spec = sweep.spec(number);
            return IntStream.range(0, replicates)
                    .mapToObj(replicate -> RowFactory.create(
                            store, RunIdentity.of(spec.withReplicate(replicate)).runId(), cell, replicate));
        }
    }
}
