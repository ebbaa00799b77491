package dev.polylog.sweep.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "12345|12,345",
                "3508e12|3,508,000,000,000,000",
                "0.125|0.1250",
                "0.0000125|1.250e-05",
                "NaN|NaN",
                "Infinity|Infinity"
            })
    void numbers(double value, String words) {
        assertThat(Numerals.number(value)).isEqualTo(words);
    }

    @Test
    void oneIsSingular() {
        assertThat(Numerals.count(1, "run")).isEqualTo("1 run");
        assertThat(Numerals.count(0, "run")).isEqualTo("0 runs");
        assertThat(Numerals.count(1_234_567, "run")).isEqualTo("1,234,567 runs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.0000",
                "0.00012|1.200e-04",
                "0.5|0.5000",
                "1.5|1.500",
                "12.345|12.35",
                "123.45|123.5",
                "12345.6|12,346",
                "1e7|1.000e+07",
                "Infinity|infinity",
                "-Infinity|-infinity"
            })
    void fourDigitsAreSignificant(double value, String words) {
        assertThat(Numerals.significant(value)).isEqualTo(words);
    }

    @Test
    void openIntervalsOfSamplesHaveALowerEnd() {
        assertThat(Numerals.samples(2304, 1900.4, 2700)).isEqualTo("2,304\u00a0(1,900–2,700)");
        assertThat(Numerals.samples(2304, 1900, Double.POSITIVE_INFINITY)).isEqualTo("2,304\u00a0(≥\u00a01,900)");
        assertThat(Numerals.samples(2304, 0, 2700)).isEqualTo("2,304\u00a0(≤\u00a02,700)");
        assertThat(Numerals.samples(2304, 0, Double.POSITIVE_INFINITY)).isEqualTo("2,304");
        assertThat(Numerals.samples(Double.POSITIVE_INFINITY, 1, 2)).isEqualTo("not reached");
        assertThat(Numerals.share(0.5, 0.25, 0.75)).isEqualTo("0.50\u00a0(0.25–0.75)");
        assertThat(Numerals.share(Double.NaN, 0, 1)).isEqualTo("–");
        assertThat(Numerals.plain(64)).isEqualTo("64");
        assertThat(Numerals.plain(0.1)).isEqualTo("0.1");
        assertThat(Numerals.error(0.05)).isEqualTo("0.0500");
    }

    @Test
    void ratiosHaveAFractionWhileTheyAreSmall() {
        assertThat(Numerals.times(1.5454)).isEqualTo("1.55");
        assertThat(Numerals.times(9.996)).isEqualTo("10");
        assertThat(Numerals.times(1203.7)).isEqualTo("1,204");
        assertThat(Numerals.ratio(1.5, 1.2, Double.POSITIVE_INFINITY)).isEqualTo("1.50\u00a0(1.20–infinity)");
    }
}
