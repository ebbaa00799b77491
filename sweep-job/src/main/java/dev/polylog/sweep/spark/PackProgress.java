package dev.polylog.sweep.spark;

import java.io.Serializable;

/**
 * How far a task is with its pack, told while it runs.
 *
 * @param pack number of the pack
 * @param attempt which attempt at it; a later one starts from nothing
 * @param done runs that have ended, however they ended
 * @param failed how many of these failed
 * @param diverged how many of these diverged
 * @param seconds predicted seconds of the runs that have ended
 */
record PackProgress(int pack, long attempt, int done, int failed, int diverged, double seconds)
        implements Serializable {}
