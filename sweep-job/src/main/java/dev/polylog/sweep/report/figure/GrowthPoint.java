package dev.polylog.sweep.report.figure;

/**
 * Growth of a block's mass between two checkpoints.
 *
 * @param cell which cell, in words
 * @param block as columns name it, such as {@code mu1_plus}
 * @param predicted sum over the steps between of log(1 + 2 eta g), g the average margin
 * @param measured logarithm of the later mass over the earlier one
 */
public record GrowthPoint(String cell, String block, double predicted, double measured) {}
