package dev.polylog.sweep.spark;

/**
 * How far a sweep is.
 *
 * @param done runs that have ended
 * @param running runs that are being trained; a task trains one at a time
 * @param failed how many of those that ended failed
 * @param diverged how many of those that ended diverged
 * @param seconds predicted seconds of the runs that have ended
 */
public record Progress(int done, int running, int failed, int diverged, double seconds) {}
