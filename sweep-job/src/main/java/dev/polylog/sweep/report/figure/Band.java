package dev.polylog.sweep.report.figure;

/**
 * Quantiles over the runs of a cell at one checkpoint.
 *
 * @param samples training samples seen
 * @param runs number of runs that the quantiles are over
 * @param low 5 % quantile
 * @param lower 25 % quantile
 * @param upper 75 % quantile
 * @param high 95 % quantile
 */
public record Band(
        Series series, double samples, long runs, double low, double lower, double median, double upper, double high) {}
