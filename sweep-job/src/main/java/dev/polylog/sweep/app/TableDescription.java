package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Csv;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Table;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a table with what they mean, which needs no Spark. */
final class TableDescription {
    private static final Pattern STATEMENT = Pattern.compile("(?i)\\s*desc(?:ribe)?\\s+(?:table\\s+)?(\\w+)\\s*;?\\s*");

    private TableDescription() {}

    /** The table that a statement such as {@code describe runs} asks about. */
    static Optional<Table> asked(String statement) {
        Matcher words = STATEMENT.matcher(statement);
        return words.matches()
                ? Arrays.stream(Table.values())
                        .filter(table -> table.toString().equals(words.group(1).toLowerCase(Locale.ROOT)))
                        .findFirst()
                : Optional.empty();
    }

    static void print(Table table, SqlCommand.@Nullable Format format, PrintWriter out) {
        if (format == SqlCommand.Format.CSV) {
            out.println(Csv.line(List.of("column", "type", "meaning")));
            table.columns().forEach(column -> out.println(Csv.line(row(column))));
        } else if (format == SqlCommand.Format.JSON) {
            throw new Failure(ExitCode.BAD_INPUT, "Invalid --format: json (expected table or csv with describe)");
        } else {
            Definitions columns = new Definitions();
            table.columns()
                    .forEach(column -> columns.add(column.name(), column.meaning() + " (" + column.type() + ")"));
            columns.lines(Terminal.columns()).forEach(out::println);
        }
        Output.check(out);
    }

    private static List<String> row(Column<?> column) {
        return List.of(column.name(), column.type().toString(), column.meaning());
    }
}
