package dev.polylog.sweep.report.figure;

import java.util.List;

/**
 * A table to read.
 *
 * @param note a sentence or more below it, may be empty
 * @param header names of its columns
 * @param rows as many texts each as the header has; numbers are set to the right
 */
public record TextTable(String title, String note, List<String> header, List<List<String>> rows) implements Entry {

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "Invalid row: " + row + " (expected " + header.size() + " values: " + header + ")");
            }
        }
    }
}
