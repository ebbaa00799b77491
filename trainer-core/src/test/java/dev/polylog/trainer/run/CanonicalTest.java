package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "1,1",
        "0.1,0.1",
        "1e3,1000",
        "1200,1200",
        "12345,12345",
        "-2.50,-2.5",
        "1e-7,1E-7",
        "1e22,1E+22",
        "2e-3,0.002",
        "4.9e-324,5E-324",
        "1.7976931348623157e308,1.7976931348623157E+308",
        "0.30000000000000004,0.30000000000000004",
        "9007199254740993,9007199254740992",
        "2e23,2E+23",
        "NaN,NaN",
        "Infinity,Infinity",
        "-Infinity,-Infinity"
    })
    void knownNumbersHaveKnownTexts(double number, String text) {
        assertThat(Canonical.text(number)).isEqualTo(text);
    }

    @Test
    void theTextReadsBackAsTheSameNumberAndNoShorterOneDoes() {
        Random random = new Random(4);
        for (int trial = 0; trial < 20_000; trial++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = Canonical.text(number);
                assertThat(Double.parseDouble(text)).isEqualTo(number);
                BigDecimal decimal = new BigDecimal(text);
                assertThat(decimal.stripTrailingZeros().precision()).isLessThanOrEqualTo(17);
                // Double.toString is never shorter than the shortest, whatever its version.
                assertThat(decimal.stripTrailingZeros().precision())
                        .isLessThanOrEqualTo(Math.max(
                                1,
                                new BigDecimal(Double.toString(number))
                                        .stripTrailingZeros()
                                        .precision()));
            }
        }
    }

    @Test
    void otherValuesKeepTheirOwnText() {
        assertThat(Canonical.text((Object) null)).isEqualTo("none");
        assertThat(Canonical.text((Object) 0.5)).isEqualTo("0.5");
        assertThat(Canonical.text(12L)).isEqualTo("12");
        assertThat(Canonical.text(List.of(0L, 10L))).isEqualTo("[0, 10]");
    }
}
