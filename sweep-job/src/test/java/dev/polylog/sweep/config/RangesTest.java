package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.sweep.grid.Sweep;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { from = 1, to = 1.001, count = 5, spacing = log }             | more digits than 3
            { from = 1, to = 2, count = 5, spacing = log, digits = 0 }     | digits to be a whole number from 1 to 15, or full
            { from = 1, to = 2, count = 5, spacing = log, digits = 2.5 }   | digits to be a whole number from 1 to 15, or full
            { from = 1, to = 2, count = 5, spacing = log, digits = many }  | Invalid grid.zeta.digits: many
            { from = 1, to = 2, count = 5, digits = 3 }                    | expected { from, to, step }
            { from = 1, to = 2, step = 1, digits = 3 }                     | expected { from, to, step }
            """)
    void refuseDigitsThatCannotBe(String range, String message) {
        assertThatThrownBy(() -> SweepFile.parse("name = a\ngrid.zeta = " + range))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label-noise = { from = 0, to = 0.3, step = 0.1 }          | 0 0.1 0.2 0.3
            d = { from = 64, to = 1000, times = 2 }                   | 64 128 256 512
            d = { from = 64, to = 64, times = 2 }                     | 64
            step-size = { from = 0.1, to = 0.4, count = 4 }           | 0.1 0.2 0.3 0.4
            d = { from = 10, to = 1000, count = 5, spacing = log }    | 10 32 100 316 1000
            d = { from = 2, to = 4, count = 9, spacing = log }        | 2 3 4
            zeta = { from = 0.001, to = 1, count = 4, spacing = log } | 0.001 0.01 0.1 1
            zeta = { from = 0.05, to = 1, count = 4, spacing = log }  | 0.05 0.136 0.368 1
            zeta = { from = 0.05, to = 1, count = 4, spacing = log, digits = 1 }  | 0.05 0.1 0.4 1
            zeta = { from = 0.05, to = 1, count = 3, spacing = log, digits = 15 } | 0.05 0.223606797749979 1
            zeta = { from = 0.01, to = 1, count = 4, spacing = log, digits = full } | 0.01 0.0464158883361278 0.215443469003188 1
            zeta = { from = 0.01234, to = 1, count = 2, spacing = log }           | 0.01234 1
            d = { from = 10, to = 100000, count = 3, spacing = log, digits = 2 }  | 10 1000 100000
            d = { from = 1000, to = 1000000, count = 3, spacing = log }           | 1000 31623 1000000
            d = { from = 1000, to = 1000000, count = 3, spacing = log, digits = 2 } | 1000 32000 1000000
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
