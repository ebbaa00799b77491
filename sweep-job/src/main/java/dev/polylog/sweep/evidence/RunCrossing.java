package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.survival.Crossing;

/** When a run crossed a threshold. */
public record RunCrossing(String runId, int cell, int replicate, Crossing crossing) {}
