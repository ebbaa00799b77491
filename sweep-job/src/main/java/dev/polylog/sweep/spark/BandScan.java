package dev.polylog.sweep.spark;

import dev.polylog.sweep.analysis.numeric.Quantiles;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reads checkpoints, {@code cell, samples, whole, error, loss}, sorted by the first two, and gives quantiles where a cell has as
 * many runs as {@code whole} says. Exact like SQL's {@code percentile}, and several times as fast: values are sorted, not counted.
 */
final class BandScan implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};
    /** Place of the first observable in a row. */
    private static final int OBSERVABLES = 3;

    private static final int COUNT = 2;

    static final StructType SCHEMA = new StructType()
            .add("cell", DataTypes.IntegerType, false)
            .add("samples", DataTypes.LongType, false)
            .add("runs", DataTypes.LongType, false)
            .add("error", DataTypes.createArrayType(DataTypes.DoubleType, false), true)
            .add("loss", DataTypes.createArrayType(DataTypes.DoubleType, false), true);

    @Override
    public Iterator<Row> call(Iterator<Row> checkpoints) {
        return new Levels(checkpoints);
    }

    private static final class Levels implements Iterator<Row> {
        private final Iterator<Row> checkpoints;
        private final double[][] values = new double[COUNT][256];
        private @Nullable Row next;
        private @Nullable Row level;

        Levels(Iterator<Row> checkpoints) {
            this.checkpoints = checkpoints;
            advance();
            find();
        }

        private void advance() {
            next = checkpoints.hasNext() ? checkpoints.next() : null;
        }

        /** Goes on to the next level that all runs have. */
        private void find() {
            level = null;
            while (level == null && next != null) {
                Row first = next;
                int runs = 0;
                int[] known = new int[COUNT];
                while (next != null && next.getInt(0) == first.getInt(0) && next.getLong(1) == first.getLong(1)) {
                    for (int i = 0; i < COUNT; i++) {
                        keep(i, known, next);
                    }
                    runs++;
                    advance();
                }
                if (runs == first.getLong(2)) {
                    level = RowFactory.create(
                            first.getInt(0),
                            first.getLong(1),
                            (long) runs,
                            quantiles(values[0], known[0]),
                            quantiles(values[1], known[1]));
                }
            }
        }

        private void keep(int observable, int[] known, Row row) {
            int column = OBSERVABLES + observable;
            if (row.isNullAt(column) || Double.isNaN(row.getDouble(column))) {
                return;
            }
            int place = known[observable]++;
            if (place == values[observable].length) {
                values[observable] = Arrays.copyOf(values[observable], 2 * place);
            }
            values[observable][place] = row.getDouble(column);
        }

        private static @Nullable Object quantiles(double[] values, int size) {
            if (size == 0) {
                return null;
            }
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return Arrays.stream(PROBABILITIES)
                    .mapToObj(p -> Quantiles.ofSorted(sorted, p))
                    .toArray(Double[]::new);
        }

        @Override
        public boolean hasNext() {
            return level != null;
        }

        @Override
        public Row next() {
            Row found = level;
            if (found == null) {
                throw new NoSuchElementException();
            }
            find();
            return found;
        }
    }
}
