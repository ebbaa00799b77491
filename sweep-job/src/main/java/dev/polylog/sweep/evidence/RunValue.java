package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;

/** A number of a run; NaN if it has none. */
public record RunValue(int cell, Outcome.Kind outcome, double value) {}
