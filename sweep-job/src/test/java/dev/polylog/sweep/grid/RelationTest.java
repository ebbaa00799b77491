package dev.polylog.sweep.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RelationTest {
    @Test
    void boundsAreShownInFiveDigits() {
        assertThat(new Relation.Between(new BigDecimal("0.37899516638136112"), new BigDecimal("0.4188893944")))
                .hasToString("between 0.37900 and 0.41889");
        assertThat(new Relation.Above(new BigDecimal("-0.0001"))).hasToString("above -0.0001");
        assertThat(new Relation.Below(new BigDecimal("100000"))).hasToString("below 100000");
    }
}
