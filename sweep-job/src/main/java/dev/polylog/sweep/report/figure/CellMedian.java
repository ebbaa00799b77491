package dev.polylog.sweep.report.figure;

/**
 * The median number of samples that the runs of a cell need, by the method of Kaplan and Meier.
 *
 * @param group the cell without its dimension
 * @param d dimension of the inputs
 * @param median infinite if less than half of the runs reached their target
 * @param low lower end of its confidence interval; where the median is infinite, the least it can be
 * @param high upper end, infinite if open
 * @param reached how many of the runs reached their target
 */
public record CellMedian(String group, double d, double median, double low, double high, long runs, long reached) {
    boolean isKnown() {
        return Double.isFinite(median) && median > 0;
    }
}
