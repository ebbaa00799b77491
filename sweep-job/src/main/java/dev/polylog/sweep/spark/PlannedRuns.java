package dev.polylog.sweep.spark;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.util.Iterator;
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

/** The runs of a plan as a table, named by the executors: a million of them are a few bytes of sweep on the driver. */
final class PlannedRuns implements MapPartitionsFunction<Long, Row> {
    private static final long serialVersionUID = 1L;
    private static final int SLICES_PER_CORE = 4;
    private static final StructType SCHEMA = new StructType()
            .add("run_id", DataTypes.StringType, false)
            .add("cell", DataTypes.IntegerType, false)
            .add("replicate", DataTypes.IntegerType, false);

    private final Broadcast<String> sweepText;

    private PlannedRuns(Broadcast<String> sweepText) {
        this.sweepText = sweepText;
    }

    /** Columns {@code run_id, cell, replicate}; a run that is in two cells counts in the first. */
    static Dataset<Row> of(SparkSession session, Sweep sweep, Broadcast<String> sweepText) {
        int slices =
                Math.min(sweep.cells(), SLICES_PER_CORE * session.sparkContext().defaultParallelism());
        return session.range(0, sweep.cells(), 1, slices)
                .mapPartitions(new PlannedRuns(sweepText), Encoders.row(SCHEMA))
                .groupBy("run_id")
                .agg(functions.min(functions.struct("cell", "replicate")).as("place"))
                .select("run_id", "place.cell", "place.replicate");
    }

    @Override
    public Iterator<Row> call(Iterator<Long> cells) {
        Sweep sweep = SweepCache.parse(sweepText.value());
        Iterable<Long> once = () -> cells;
        return StreamSupport.stream(once.spliterator(), false)
                .flatMap(cell -> {
                    int number = cell.intValue();
                    int replicates = sweep.replicates(number);
                    if (replicates == 0) {
                        return Stream.<Row>empty();
                    }
                    RunSpec spec = sweep.spec(number, 0);
                    return IntStream.range(0, replicates)
                            .mapToObj(replicate -> RowFactory.create(
                                    RunIdentity.of(spec.withReplicate(replicate))
                                            .runId(),
                                    number,
                                    replicate));
                })
                .iterator();
    }
}
