package dev.polylog.sweep.report.figure;

/**
 * Growth of the number of samples between two neighbouring dimensions, in powers of d.
 *
 * @param group the cells without their dimension
 * @param d geometric mean of the two dimensions
 * @param slope d log n* / d log d
 * @param low lower end of its confidence interval, NaN if there is none
 */
public record Slope(String group, double d, double slope, double low, double high) {}
