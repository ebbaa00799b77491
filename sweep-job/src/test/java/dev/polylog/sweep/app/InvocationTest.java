package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private static final String PROPERTY = "polylog.command";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void itIsWhatWasTyped() {
        assertThat(Invocation.of("status", "out/x")).isEqualTo("polylog status out/x");
        System.setProperty(PROPERTY, "./polylog");
        assertThat(Invocation.of("status", "out/x")).isEqualTo("./polylog status out/x");
        assertThat(Invocation.typed("polylog run x, or `polylog sql x`; the polylog of old"))
                .isEqualTo("./polylog run x, or `./polylog sql x`; the polylog of old");
    }

    @Test
    void wordsAreQuotedAsAShellRequires() {
        assertThat(Invocation.of("sql", "a b", "select 'x'")).isEqualTo("polylog sql 'a b' \"select 'x'\"");
        assertThat(Invocation.of("sql", "$HOME", "it's $1")).isEqualTo("polylog sql '$HOME' 'it'\\''s $1'");
    }
}
