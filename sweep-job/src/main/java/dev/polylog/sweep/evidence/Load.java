package dev.polylog.sweep.evidence;

/**
 * A stretch of time.
 *
 * @param seconds from the start of the first run to its beginning
 * @param running number of runs in training, on average over the stretch
 */
public record Load(double seconds, double running) {}
