package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void valuesStayAsTheyAre() {
        assertThat(new Template("<p>{{a}}</p> {{b}}{{a}} {c}").fill(Map.of("a", "{{b}} $1 \\", "b", "")))
                .isEqualTo("<p>{{b}} $1 \\</p> {{b}} $1 \\ {c}");
    }

    @Test
    void noPlaceStaysEmpty() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Template("{{a}} {{b}}").fill(Map.of("a", "")))
                .withMessage("Cannot fill {{b}}, it has no value");
    }
}
