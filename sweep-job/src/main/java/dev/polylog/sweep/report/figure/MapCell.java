package dev.polylog.sweep.report.figure;

/**
 * One field of a phase diagram.
 *
 * @param panel values of further axes, empty if there are none
 * @param x value of the horizontal axis, as text
 * @param y value of the vertical axis, as text
 * @param runs number of runs in it
 * @param value what the diagram is of; infinite if it is larger than could be seen, NaN if unknown
 * @param low lower end of its confidence interval (Wilson's for shares), NaN if there is none
 */
public record MapCell(String panel, String x, String y, long runs, double value, double low, double high) {}
