package dev.polylog.sweep.grid;

/**
 * The runs of a plan among those of a grid.
 *
 * @param store number of the store that has them, from 0
 * @param plan that names them
 * @param cells which cells of the grid those of the plan are
 */
public record Part(int store, Sweep plan, Numbering cells) {}
