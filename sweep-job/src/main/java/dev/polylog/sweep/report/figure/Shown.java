package dev.polylog.sweep.report.figure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What of many panels and lines a figure has room for.
 *
 * @param panels their names in the order in which they first came
 * @param lines likewise
 * @param note a sentence if something had to be left out, else empty
 */
record Shown(List<String> panels, List<String> lines, String note) {
    private static final int MOST_PANELS = 12;
    private static final int MOST_LINES = 10;

    static Shown of(Collection<Series> all) {
        return of(all, Series::panel, Series::line, MOST_PANELS);
    }

    static <T> Shown of(Collection<T> all, Function<T, String> panel, Function<T, String> line, int mostPanels) {
        List<String> panels = distinct(all, panel);
        List<String> lines = distinct(all, line);
        List<String> shownPanels = Thinning.even(panels, mostPanels);
        List<String> shownLines = Thinning.even(lines, MOST_LINES);
        return new Shown(
                shownPanels,
                shownLines,
                omission(shownPanels.size(), panels.size(), "panels")
                        + omission(shownLines.size(), lines.size(), "lines"));
    }

    /** A sentence that says what a single panel shows, which bears no title; else empty. */
    String only() {
        return panels.size() == 1 && !panels.get(0).isEmpty() ? " It is drawn for " + panels.get(0) + "." : "";
    }

    private static String omission(int shown, int all, String what) {
        return shown == all ? "" : " Of " + all + " " + what + ", " + shown + " are drawn.";
    }

    private static <T> List<String> distinct(Collection<T> all, Function<T, String> name) {
        return List.copyOf(new LinkedHashSet<>(all.stream().map(name).toList()));
    }

    boolean includes(Series series) {
        return includes(series.panel(), series.line());
    }

    boolean includes(String panel, String line) {
        return panels.contains(panel) && lines.contains(line);
    }

    /** Rows by a key, in the order in which keys first come. */
    static <K, T> Map<K, List<T>> groups(List<T> rows, Function<T, K> key) {
        Map<K, List<T>> groups = new LinkedHashMap<>();
        for (T row : rows) {
            groups.computeIfAbsent(key.apply(row), first -> new java.util.ArrayList<>())
                    .add(row);
        }
        return groups;
    }
}
