package dev.polylog.sweep.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
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
        assertThat(Units.duration(seconds)).isEqualTo(words);
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
        assertThat(Units.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 0.25",
        "7, 7",
        "12.34, 12.3",
        "999.6, 1.00k",
        "19700, 19.7k",
        "3.02e6, 3.02M",
        "5e18, 5000P"
    })
    void briefNumbers(double value, String words) {
        assertThat(Units.brief(value)).isEqualTo(words);
    }

    @Test
    void secondsThatNobodyMeasuredAreADash() {
        assertThat(Units.seconds(1234)).isEqualTo("1.23k s");
        assertThat(Units.seconds(Double.NaN)).isEqualTo("–");
    }
}
