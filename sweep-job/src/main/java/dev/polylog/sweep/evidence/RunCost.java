package dev.polylog.sweep.evidence;

/**
 * What a run cost.
 *
 * @param engine that trained it
 * @param seconds of processor time
 * @param steps that it took
 */
public record RunCost(String runId, int cell, String engine, String outcome, double seconds, long steps) {}
