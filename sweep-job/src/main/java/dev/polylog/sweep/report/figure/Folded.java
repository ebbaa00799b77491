package dev.polylog.sweep.report.figure;

import java.util.List;

/**
 * Tables that few readers look for, behind a line that opens them.
 *
 * @param note a sentence or more above them, may be empty
 * @param tables at least one; figures have no width to be drawn in while they are folded
 */
public record Folded(String title, String note, List<TextTable> tables) implements Entry {
    public Folded {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("Invalid tables: none (expected at least one)");
        }
    }
}
