package dev.polylog.sweep.study.evidence;

/**
 * What a run cost.
 *
 * @param engine that trained it
 * @param seconds of processor time
 * @param steps that it took
 */
public record Cost(String runId, int cell, String engine, String outcome, double seconds, long steps) {}
