package dev.polylog.sweep.spark;

import dev.polylog.sweep.store.PackFiles;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The tables of a store as views, one row a run: exactly the published packs, whatever else lies in the folder. */
public final class Tables {
    /** A success counts before an earlier failure; of equal rows either will do. */
    private static final String ONE_ROW_A_RUN = """
            select * except (preference) from (
              select *, row_number() over (
                partition by run_id order by %s, started_at desc) as preference
              from published_runs)
            where preference = 1""".formatted(Outcomes.are(outcome -> !outcome.isFinal()));

    /** What Spark would take for a pattern in the name of a folder. */
    private static final Pattern GLOB = Pattern.compile("[\\[\\]{}*?\\\\]");

    private final SparkSession session;
    private final QueryGuard guard;

    private Tables(SparkSession session) {
        this.session = session;
        this.guard = new QueryGuard((org.apache.spark.sql.classic.SparkSession) session);
    }

    /** Makes {@code runs} and the other tables of a store queryable; empty ones too. */
    public static Tables of(Cluster cluster, RunStore store) throws IOException {
        Tables tables = new Tables(cluster.session());
        List<PackFiles> packs = store.packs();
        for (Table table : Table.values()) {
            tables.read(table, packs).createOrReplaceTempView("published_" + table);
        }
        tables.session.sql(ONE_ROW_A_RUN).createOrReplaceTempView("runs");
        boolean repeated = store.index(packs).size()
                < packs.stream().mapToLong(PackFiles::runCount).sum();
        for (Table table : Table.DATA) {
            Dataset<Row> rows = tables.session.table("published_" + table);
            (repeated ? rows.distinct() : rows).createOrReplaceTempView(table.toString());
        }
        return tables;
    }

    /** Runs a query. */
    public Answer query(String sql) throws InvalidQueryException {
        guard.check(sql);
        try {
            return new Answer(session.sql(sql));
        } catch (Exception e) {
            // Spark throws this checked exception without declaring it.
            if (e instanceof AnalysisException analysis) {
                throw new InvalidQueryException(analysis.getSimpleMessage());
            }
            throw e;
        }
    }

    /** The rows of a query, fetched as they are read. */
    public static final class Answer {
        private final Dataset<Row> rows;

        private Answer(Dataset<Row> rows) {
            this.rows = rows;
        }

        public List<String> columns() {
            return List.of(rows.columns());
        }

        /** Values in the order of the columns. */
        public Iterator<List<@Nullable Object>> rows() {
            return fetch(rows, Answer::values);
        }

        /**
         * Each row as a JSON object; what JSON has no number for is a text. Columns of one name, as a join makes them, would be one key.
         */
        public Iterator<String> json() throws InvalidQueryException {
            Set<String> names = new HashSet<>();
            for (String name : rows.columns()) {
                if (!names.add(name)) {
                    throw new InvalidQueryException("two columns are called " + name
                            + ", and JSON has room for one (expected different names, such as " + name + " as " + name
                            + "_2)");
                }
            }
            Column[] columns = Arrays.stream(rows.columns())
                    .map(name -> rows.col("`" + name.replace("`", "``") + "`"))
                    .toArray(Column[]::new);
            Column object = functions.to_json(functions.struct(columns), Map.of("ignoreNullFields", "false"));
            return fetch(rows.select(object).as(Encoders.STRING()), text -> text);
        }

        /** What is wrong with a query may show only in its data, such as a division by zero. */
        private static <T, R> Iterator<R> fetch(Dataset<T> source, Function<T, R> form) {
            try {
                Iterator<T> fetched = source.toLocalIterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return explained(fetched::hasNext);
                    }

                    @Override
                    public R next() {
                        return form.apply(explained(fetched::next));
                    }
                };
            } catch (RuntimeException e) {
                throw explanation(e);
            }
        }

        private static <R> R explained(Supplier<R> step) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                throw explanation(e);
            }
        }

        /** SQL states of class 22 are those of the data. */
        private static RuntimeException explanation(RuntimeException e) {
            boolean isOfTheData = e instanceof SparkThrowable spark
                    && String.valueOf(spark.getSqlState()).startsWith("22");
            return isOfTheData
                    ? new InvalidQueryException(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
                    : e;
        }

        private static List<@Nullable Object> values(Row row) {
            List<@Nullable Object> values = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                values.add(value instanceof Seq<?> array ? CollectionConverters.asJava(array) : value);
            }
            return values;
        }
    }

    private Dataset<Row> read(Table table, List<PackFiles> packs) {
        String[] files = packs.stream()
                .flatMap(pack -> pack.file(table).stream())
                .map(path -> GLOB.matcher(path.toString()).replaceAll("\\\\$0"))
                .toArray(String[]::new);
        return files.length == 0
                ? session.createDataFrame(List.of(), schema(table))
                : session.read().schema(schema(table)).parquet(files);
    }

    static StructType schema(Table table) {
        List<StructField> fields = new ArrayList<>();
        for (dev.polylog.sweep.store.Column<?> column : table.columns()) {
            fields.add(DataTypes.createStructField(column.name(), type(column.type()), true));
        }
        return DataTypes.createStructType(fields);
    }

    private static DataType type(dev.polylog.sweep.store.Column.Type type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
