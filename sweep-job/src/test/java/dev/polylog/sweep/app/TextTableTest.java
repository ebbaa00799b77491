package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.format.Csv;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandToTheRightAndTextToTheLeft() {
        TextTable table = new TextTable(List.of("d", "engine", "median"));
        table.add(List.of("8", "dense", "-"));
        table.add(List.of("128", "projected", "0.25"));
        assertThat(printed(table))
                .containsExactly("  d  engine     median", "  8  dense           -", "128  projected    0.25");
        assertThat(printed(new TextTable(List.of("a", "b")))).containsExactly("a  b");
    }

    @Test
    void valuesAreQuotedWhereCommasQuotesOrLinesRequireIt() {
        assertThat(Csv.line(List.of("a", "", "b,c", "say \"x\"", "1\n2", "plain text")))
                .isEqualTo("a,,\"b,c\",\"say \"\"x\"\"\",\"1\n2\",plain text");
    }

    private static List<String> printed(TextTable table) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        table.print(out);
        out.flush();
        return text.toString().lines().toList();
    }
}
