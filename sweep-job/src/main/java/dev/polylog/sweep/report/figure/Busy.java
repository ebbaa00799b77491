package dev.polylog.sweep.report.figure;

/**
 * How many runs were training from some moment on.
 *
 * @param seconds since the first run started
 * @param running until the next row
 */
public record Busy(double seconds, long running) {}
