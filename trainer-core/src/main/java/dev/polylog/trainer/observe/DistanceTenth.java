package dev.polylog.trainer.observe;

/**
 * Test error of a tenth of the test samples, in the order of their distance from the boundary between the classes.
 *
 * @param tenth 1, the nearest, to 10
 * @param from distance of its nearest sample: the absolute value of a {@link dev.polylog.trainer.task.Score}
 * @param to distance of its farthest
 * @param samples number of its samples, at least 1
 * @param testError as that of a {@link Checkpoint}, over these samples alone
 */
public record DistanceTenth(long step, int tenth, double from, double to, int samples, double testError) {}
