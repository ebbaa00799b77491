package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.task.TargetFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log(1 + abs(x1))",
                "1 / (1 + x1^2)",
                "1 / exp(x1)",
                "1 / ((x1 - 1)^2 + 1)",
                "min(sign(x1), sign(x2))",
                "max(sign(x1), sign(x2))",
                "sign(-x1 * x2)"
            })
    void itsFormulasAreTargets(String formula) throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("`" + formula + "`");
        assertThat(TargetFunction.Formula.parse(formula).coordinates()).isBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / x1", "log(x1)", "sqrt(x1)", "x1 ^ 0.5", "1 / (x1^2 - 2*x1 + 2)"})
    void whatItSaysIsRefusedIsRefused(String formula) throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("`" + formula + "`");
        assertThatThrownBy(() -> TargetFunction.Formula.parse(formula)).hasMessageContaining("may have no value");
    }

    private static String row(Field<?> field) {
        return "| `" + field + "` | " + field.expected() + " | `" + Canonical.text(field.fallback()) + "` | "
                + field.relevance() + " | " + field.meaning() + " |";
    }
}
