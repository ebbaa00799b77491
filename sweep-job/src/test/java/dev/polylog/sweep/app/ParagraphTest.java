package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void linesEndBetweenWords() {
        assertThat(Paragraph.wrap("such as run.width=128 or spark://host:7077, and more", 22))
                .containsExactly("such as run.width=128", "or spark://host:7077,", "and more");
        assertThat(Paragraph.wrap("a spark://host:7077", 5)).containsExactly("a", "spark://host:7077");
    }

    @Test
    void indentsCount() {
        assertThat(Paragraph.wrap("one two three", 8, "  ")).containsExactly("one two", "  three");
        assertThat(Paragraph.wrap("    one two three", 12, "    ")).containsExactly("    one two", "    three");
    }

    @Test
    void aCommandGoesOnAfterABackslash() {
        assertThat(Paragraph.command("polylog run a.conf --set x=1", 22, "  "))
                .containsExactly("  polylog run a.conf \\", "      --set x=1");
    }
}
