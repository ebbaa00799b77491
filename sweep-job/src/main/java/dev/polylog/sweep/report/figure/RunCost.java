package dev.polylog.sweep.report.figure;

/**
 * What one run was expected to take and took.
 *
 * @param engine that trained it
 * @param predicted seconds, by the plan
 * @param measured seconds of processor time
 */
public record RunCost(String engine, double predicted, double measured) {}
