package dev.polylog.sweep.evidence;

/** A run of a grid: its cell, and which of its replicates. */
public record RunPlace(int cell, int replicate) {}
