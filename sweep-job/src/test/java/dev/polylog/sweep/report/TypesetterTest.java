package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final Typesetter TYPESETTER =
            new Typesetter(List.of("n*", "c1", "c d", "c d log^2 d", "d (c0 + c1 log d)", "a < b"));

    @Test
    void lawsAreMathematics() {
        assertThat(MathMarkup.of("d (c0 + c1 log d)"))
                .contains("<math><mrow><mi>d</mi><mspace width=\"0.17em\"></mspace><mo stretchy=\"false\">(</mo>"
                        + "<msub><mi>c</mi><mn>0</mn></msub><mo>+</mo><msub><mi>c</mi><mn>1</mn></msub>"
                        + "<mspace width=\"0.17em\"></mspace><mi>log</mi><mspace width=\"0.17em\"></mspace><mi>d</mi>"
                        + "<mo stretchy=\"false\">)</mo></mrow></math>");
        assertThat(MathMarkup.of("c d^alpha log^beta d"))
                .get()
                .asString()
                .contains("<msup><mi>d</mi><mi>α</mi></msup>", "<msup><mi>log</mi><mi>β</mi></msup>");
        assertThat(MathMarkup.of("1 / (1 - 2 label_noise)"))
                .get()
                .asString()
                .contains("<mo>−</mo><mn>2</mn>", "<mtext>label_noise</mtext>");
    }

    @Test
    void whatIsNoFormulaStaysText() {
        assertThat(MathMarkup.of("a < b")).isEmpty();
        assertThat(MathMarkup.of("d^")).isEmpty();
        assertThat(MathMarkup.of("<b>")).isEmpty();
        assertThat(TYPESETTER.markup("so a < b & c")).isEqualTo("so a &lt; b &amp; c");
    }

    /** The longest formula that is known, and none inside of a word. */
    @Test
    void formulasAreFoundByName() {
        String markup = TYPESETTER.markup("c d differs from c d log^2 d, abc d does not");
        assertThat(markup.split("<math>", -1)).hasSize(3);
        assertThat(markup).endsWith(", abc d does not").contains("<msup><mi>log</mi><mn>2</mn></msup>");
    }

    @Test
    void noLineEndsInsideOfAnEstimate() {
        assertThat(TYPESETTER.markup("with c1 = 15.81 (15.40 to 16.23), or -1.2 % (-3.6 to +1.4 %)."))
                .isEqualTo("with <span class=\"value\">" + MathMarkup.of("c1").orElseThrow()
                        + " = 15.81 (15.40 to 16.23)</span>, or <span class=\"value\">−1.2 % (−3.6 to +1.4 %)</span>.");
        assertThat(TYPESETTER.markup("2026-11-27, x-1, run 3 (of <b>)"))
                .isEqualTo("2026-11-27, x-1, run 3 (of &lt;b&gt;)");
    }
}
