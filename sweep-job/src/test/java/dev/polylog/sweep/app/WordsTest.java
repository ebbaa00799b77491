package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.Csv;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "9.96, 10 s",
        "10, 10 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "3599, 59 min 59 s",
        "3599.7, 1 h 0 min",
        "86399.9, 1 d 0 h",
        "97200, 1 d 3 h"
    })
    void durations(double seconds, String words) {
        assertThat(Words.duration(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "999.6, 1.00 kB",
        "1000, 1.00 kB",
        "12345, 12.3 kB",
        "999499, 999 kB",
        "999600, 1.00 MB",
        "3.2e9, 3.20 GB",
        "5e15, 5.00 PB",
        "123456e15, 123456 PB"
    })
    void sizes(double bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "12345|12,345", "0.125|0.1250", "0.0000125|1.250e-05", "NaN|NaN", "Infinity|Infinity"})
    void numbers(double value, String words) {
        assertThat(Words.number(value)).isEqualTo(words);
    }

    @Test
    void oneIsSingular() {
        assertThat(Words.count(1, "run")).isEqualTo("1 run");
        assertThat(Words.count(0, "run")).isEqualTo("0 runs");
        assertThat(Words.count(1_234_567, "run")).isEqualTo("1,234,567 runs");
    }

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
