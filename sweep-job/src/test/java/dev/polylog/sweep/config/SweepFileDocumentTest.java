package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "sweep-files.md");

    @Test
    void listsEveryField() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("| field |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Fields.ALL.stream().map(SweepFileDocumentTest::row).toList());
    }

    @Test
    void startsWithAValidSweep(@TempDir Path folder) throws IOException {
        String text = Files.readString(DOCUMENT);
        String fence = "```hocon\n";
        int start = text.indexOf(fence) + fence.length();
        Path file = Files.writeString(folder.resolve("sweep.conf"), text.substring(start, text.indexOf("```", start)));
        assertThat(SweepFile.read(file, List.of()).cells()).isEqualTo(22);
    }

    private static String row(Field<?> field) {
        return "| `" + field + "` | " + field.expected() + " | `" + Canonical.text(field.fallback()) + "` | "
                + field.relevance() + " | " + field.meaning() + " |";
    }
}
