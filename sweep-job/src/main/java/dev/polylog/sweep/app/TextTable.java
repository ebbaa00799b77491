package dev.polylog.sweep.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table for a terminal: columns as wide as their content, numbers to the right. */
final class TextTable {
    private static final String SEPARATOR = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    /** Columns of the terminal that the longest line takes. */
    int width() {
        return IntStream.of(widths()).sum() + SEPARATOR.length() * (rows.get(0).size() - 1);
    }

    /** Each row as lines of a name and a value: for tables that are too wide. */
    void printVertically(PrintWriter out) {
        List<String> names = rows.get(0);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int r = 1; r < rows.size(); r++) {
            out.println("row " + r);
            for (int c = 0; c < names.size(); c++) {
                String padding = " ".repeat(width - names.get(c).length());
                out.println(SEPARATOR
                        + names.get(c)
                        + padding
                        + SEPARATOR
                        + rows.get(r).get(c));
            }
        }
        if (rows.size() == 1) {
            out.println("no rows");
        }
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return widths;
    }

    void print(PrintWriter out) {
        int[] widths = widths();
        int columns = widths.length;
        boolean[] numeric = new boolean[columns];
        Arrays.fill(numeric, rows.size() > 1);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String text = rows.get(r).get(c);
                numeric[c] &= r == 0 || text.isEmpty() || text.equals("-") || text.matches("[-+<>]*[0-9].*");
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? "" : SEPARATOR);
                line.append(numeric[c] ? padding + row.get(c) : row.get(c) + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
