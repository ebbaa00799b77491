package dev.polylog.trainer.task;

/**
 * Coordinates on which the root of a covariance is one number.
 *
 * @param dimension how many they are
 * @param scale the number
 */
public record Level(long dimension, double scale) {}
