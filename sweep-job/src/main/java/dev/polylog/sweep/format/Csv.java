package dev.polylog.sweep.format;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 writes them. */
public final class Csv {
    private Csv() {}

    /** A line without its end. */
    public static String line(List<String> values) {
        return values.stream().map(Csv::quote).collect(Collectors.joining(","));
    }

    private static String quote(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
