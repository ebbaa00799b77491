package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Csv;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.spark.InvalidQueryException;
import dev.polylog.sweep.spark.Tables;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the tables of a store. */
@Command(
        name = "sql",
        description = "Query runs, trajectories, neurons and distances of a store with Spark SQL.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  polylog sql out/quickstart \"describe runs\"",
            "  polylog sql out/quickstart \"select d, avg(samples) from runs group by d order by d\"",
            "  polylog sql out/quickstart \"select * from runs\" --format csv",
            "",
            "Columns of the tables: docs/format.md."
        })
final class SqlCommand implements Callable<Integer> {
    private static final int MOST_TABLE_ROWS = 1000;
    private static final int CHECK_INTERVAL = 1000;

    /** How rows are printed. */
    enum Format {
        TABLE,
        VERTICAL,
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The store, such as out/quickstart.")
    private String folder = "";

    @Parameters(
            index = "1",
            paramLabel = "QUERY",
            description = "A query, such as \"select * from runs\", or \"describe runs\".")
    private String query = "";

    @Option(
            names = "--format",
            description =
                    "table, vertical, csv or json. Default: table, or vertical if it is too wide for the terminal.")
    private @Nullable Format format;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException, InvalidQueryException {
        PrintWriter out = command.commandLine().getOut();
        RunStore store = RunStore.existing(folder);
        Optional<Table> described = TableDescription.asked(query);
        if (described.isPresent()) {
            TableDescription.print(described.get(), format, out);
            return ExitCode.DONE;
        }
        try (Cluster spark = cluster.connect(out)) {
            Tables.Answer answer = Tables.of(spark, store).query(query);
            if (format == Format.CSV) {
                printCsv(answer, out);
            } else if (format == Format.JSON) {
                printJson(answer.json(), out);
            } else {
                printTable(answer, out);
            }
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    private void printTable(Tables.Answer answer, PrintWriter out) {
        TextTable table = new TextTable(answer.columns());
        Iterator<List<@Nullable Object>> rows = answer.rows();
        for (int i = 0; i < MOST_TABLE_ROWS && rows.hasNext(); i++) {
            table.add(texts(rows.next(), "-"));
        }
        boolean isTooWide = format == null && Terminal.isThere() && table.width() > Terminal.columns();
        if (format == Format.VERTICAL || isTooWide) {
            table.printVertically(out);
        } else {
            table.print(out);
        }
        if (rows.hasNext()) {
            out.println("... more than " + Numerals.count(MOST_TABLE_ROWS, "row")
                    + "; add a limit, or use --format csv for all.");
        }
    }

    private static void printCsv(Tables.Answer answer, PrintWriter out) {
        out.println(Csv.line(answer.columns()));
        Iterator<List<@Nullable Object>> rows = answer.rows();
        for (long i = 1; rows.hasNext(); i++) {
            out.println(Csv.line(texts(rows.next(), "")));
            if (i % CHECK_INTERVAL == 0) {
                Output.check(out);
            }
        }
    }

    private static void printJson(Iterator<String> objects, PrintWriter out) {
        out.print("[");
        for (String separator = "\n"; objects.hasNext(); separator = ",\n") {
            out.print(separator + objects.next());
        }
        out.println("\n]");
    }

    private static List<String> texts(List<@Nullable Object> row, String missing) {
        List<String> texts = new ArrayList<>();
        for (Object value : row) {
            texts.add(value == null ? missing : text(value));
        }
        return texts;
    }

    /** A time in UTC whatever the zone of this machine. */
    private static String text(Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        return value.toString();
    }
}
