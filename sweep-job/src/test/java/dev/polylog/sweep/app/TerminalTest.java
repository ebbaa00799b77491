package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void itReadsTheSecondNumberOfAnAnswer() {
        assertThat(Terminal.columnsOf("24 80\n")).hasValue(80);
        assertThat(Terminal.columnsOf("50 200")).hasValue(200);
    }

    @Test
    void whatIsNoAnswerIsNoWidth() {
        for (String answer : new String[] {"", "0 0\n", "80", "24 x", "24 80 1", "24 -1"}) {
            assertThat(Terminal.columnsOf(answer)).as(answer).isEmpty();
        }
    }
}
