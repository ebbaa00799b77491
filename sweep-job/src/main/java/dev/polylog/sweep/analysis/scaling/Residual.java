package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;

/**
 * How far the median of a cell is from a law, in units of log n*: 0.1 is 10 %.
 *
 * @param x place of the cell
 * @param interval of the cell's own median alone
 */
public record Residual(double x, double value, Interval interval) {}
