package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Fonts, sizes and neutral colours of all figures. */
final class Style {
    private static final ObjectNode CONFIG = read();

    private Style() {}

    static ObjectNode config() {
        return CONFIG.deepCopy();
    }

    private static ObjectNode read() {
        try (InputStream in = Style.class.getResourceAsStream("style.json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
