package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "format.md");

    @ParameterizedTest
    @EnumSource
    void listsTheColumnsOf(Table table) throws IOException {
        assertThatDocumentLists(table.toString(), table.columns());
    }

    @ParameterizedTest
    @EnumSource
    void listsTheColumnsOf(ResultTable table) throws IOException {
        assertThatDocumentLists(table.toString(), table.columns());
    }

    private static void assertThatDocumentLists(String table, List<Column> columns) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("### " + table))
                .dropWhile(line -> !line.startsWith("| column |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        columns.stream().map(FormatDocumentTest::row).toList());
    }

    @Test
    void namesTheMetadata() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        "This is format " + Label.FORMAT + ".",
                        "`" + Footer.SCHEMA_VERSION + "` | version of the format: `" + Label.FORMAT + "`",
                        "`" + Footer.CODE_VERSION + "`",
                        "`" + Footer.SWEEP + "`",
                        "`" + Footer.CONFIGURATION + "`",
                        "`" + Footer.siblingKey(Table.TRAJECTORIES) + "`, `" + Footer.siblingKey(Table.NEURONS) + "`");
    }

    private static String row(Column column) {
        String nullable = column.presence() == Column.Presence.NULLABLE ? "yes" : "no";
        return "| `" + column.name() + "` | " + column.type() + " | " + nullable + " | " + column.meaning() + " |";
    }
}
