package dev.polylog.sweep.report.figure;

/**
 * When the networks of a cell enter a phase.
 *
 * @param cell its number in the sweep
 * @param phase its name in the column {@code phase}
 * @param samples median over runs of the training samples seen by then
 */
public record PhaseStart(int cell, String phase, double samples) {}
