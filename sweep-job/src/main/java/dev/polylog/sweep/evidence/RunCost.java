package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;

/**
 * What a run cost.
 *
 * @param engine that trained it
 * @param seconds of processor time
 * @param steps that it took
 */
public record RunCost(String runId, int cell, String engine, Outcome.Kind outcome, double seconds, long steps) {}
