package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.grid.Sweep;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label-noise = { from = 0, to = 0.3, step = 0.1 }          | 0 0.1 0.2 0.3
            d = { from = 64, to = 1000, times = 2 }                   | 64 128 256 512
            d = { from = 64, to = 64, times = 2 }                     | 64
            step-size = { from = 0.1, to = 0.4, count = 4 }           | 0.1 0.2 0.3 0.4
            d = { from = 10, to = 1000, count = 5, spacing = log }    | 10 32 100 316 1000
            d = { from = 2, to = 4, count = 9, spacing = log }        | 2 3 4
            zeta = { from = 0.001, to = 1, count = 4, spacing = log } | 0.001 0.01 0.1 1
            d = [4, "2 * 4"]                                          | 4 8
            d = "16"                                                  | 16
            """)
    void areExact(String axis, String expected) {
        Sweep sweep = SweepFile.parse("name = a\ngrid { patience = [1, 2], " + axis + " }");
        List<String> values = sweep.axes().stream()
                .filter(line -> !line.toString().contains("patience"))
                .flatMap(line -> line.lines().get(0).values().stream())
                .map(Object::toString)
                .toList();
        assertThat(values).containsExactly(expected.split(" "));
        assertThat(IntStream.range(0, sweep.cells()).mapToObj(sweep::labels)).doesNotHaveDuplicates();
    }
}
