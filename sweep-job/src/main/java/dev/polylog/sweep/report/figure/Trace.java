package dev.polylog.sweep.report.figure;

/**
 * An observable of the networks of a cell at one checkpoint.
 *
 * @param cell which cell, in words, such as {@code inputs = gaussian, d = 64}
 * @param observable its column in {@code trajectories}, such as {@code mass_mu1_plus}
 * @param samples training samples seen
 * @param low 25 % quantile over runs
 * @param high 75 % quantile over runs
 */
public record Trace(String cell, String observable, double samples, double low, double median, double high) {}
