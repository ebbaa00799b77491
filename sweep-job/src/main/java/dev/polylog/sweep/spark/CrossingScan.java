package dev.polylog.sweep.spark;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.Threshold;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads checkpoints sorted by run, cell and samples, {@code run_id, cell, replicate, samples, value, outcome}, and says of each run when it crossed. */
final class CrossingScan implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = new StructType()
            .add("run_id", DataTypes.StringType, false)
            .add("cell", DataTypes.IntegerType, false)
            .add("replicate", DataTypes.IntegerType, false)
            .add("lower", DataTypes.DoubleType, false)
            .add("upper", DataTypes.DoubleType, false)
            .add("spent", DataTypes.DoubleType, false)
            .add("outcome", DataTypes.StringType, false);

    private final double value;
    private final int confirm;

    CrossingScan(Threshold threshold) {
        value = threshold.value();
        confirm = threshold.confirm();
    }

    @Override
    public Iterator<Row> call(Iterator<Row> checkpoints) {
        return new Runs(checkpoints, new Threshold(value, confirm));
    }

    private static final class Runs implements Iterator<Row> {
        private final Iterator<Row> checkpoints;
        private final Threshold threshold;
        private @Nullable Row next;
        private long[] samples = new long[256];
        private double[] values = new double[256];

        Runs(Iterator<Row> checkpoints, Threshold threshold) {
            this.checkpoints = checkpoints;
            this.threshold = threshold;
            advance();
        }

        private void advance() {
            next = checkpoints.hasNext() ? checkpoints.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            Row first = next;
            if (first == null) {
                throw new NoSuchElementException();
            }
            int size = 0;
            for (Row row = next; row != null && isOf(row, first); row = next) {
                long seen = row.getLong(3);
                // Attempts of one run on machines of different numerics may both be there; one row a checkpoint counts.
                if (size == 0 || seen > samples[size - 1]) {
                    keep(size++, seen, Rows.number(row, 4));
                }
                advance();
            }
            Crossing crossing = threshold.crossing(Arrays.copyOf(samples, size), Arrays.copyOf(values, size));
            return RowFactory.create(
                    first.getString(0),
                    first.getInt(1),
                    first.getInt(2),
                    crossing.lower(),
                    crossing.upper(),
                    crossing.spent(),
                    first.getString(5));
        }

        /** The same run may be in two stores, and so in two cells. */
        private static boolean isOf(Row row, Row first) {
            return row.getInt(1) == first.getInt(1) && row.getString(0).equals(first.getString(0));
        }

        private void keep(int place, long seen, double observed) {
            if (place == samples.length) {
                samples = Arrays.copyOf(samples, 2 * place);
                values = Arrays.copyOf(values, 2 * place);
            }
            samples[place] = seen;
            values[place] = observed;
        }
    }
}
