package dev.polylog.sweep.claim;

/** What a statistic says of some cells: a number, or why there is none. */
public sealed interface Reading permits Measurement, Unmeasured {}
