package dev.polylog.sweep.report.figure;

/** Names cells in figures and tables: the number of a cell in the sweep to words, such as {@code inputs = gaussian, d = 64}. */
@FunctionalInterface
public interface CellNames {
    String of(int cell);
}
