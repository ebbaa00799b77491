package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.polylog.sweep.study.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "format.md");

    @ParameterizedTest
    @MethodSource("schemas")
    void listsTheColumnsOf(String table, Schema<?> schema) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("### " + table))
                .dropWhile(line -> !line.startsWith("| column |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        schema.columns().stream().map(FormatDocumentTest::row).toList());
    }

    static Stream<Arguments> schemas() {
        return Stream.concat(Arrays.stream(Table.values()).map(Table::schema), Results.SCHEMAS.stream())
                .map(schema -> arguments(schema.name(), schema));
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
                        Table.DATA.stream()
                                .map(table -> "`" + Footer.siblingKey(table) + "`")
                                .collect(Collectors.joining(", ")));
    }

    private static String row(Column<?> column) {
        String nullable = column.presence() == Column.Presence.NULLABLE ? "yes" : "no";
        return "| `" + column.name() + "` | " + column.type() + " | " + nullable + " | " + column.meaning() + " |";
    }
}
