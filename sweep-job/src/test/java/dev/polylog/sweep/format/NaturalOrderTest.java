package dev.polylog.sweep.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersGoBySize() {
        List<String> texts = List.of("B1", "A10", "A2-noise", "A2", "A1", "a1", "7", "10", "A02");
        assertThat(texts.stream().sorted(NaturalOrder.INSTANCE).toList())
                .containsExactly("7", "10", "A1", "A02", "A2", "A2-noise", "A10", "B1", "a1");
    }

    @Test
    void onlyEqualTextsAreEqual() {
        assertThat(NaturalOrder.INSTANCE.compare("A2", "A2")).isZero();
        assertThat(NaturalOrder.INSTANCE.compare("A02", "A2")).isNegative();
        assertThat(NaturalOrder.INSTANCE.compare("", "1")).isNegative();
    }
}
