package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;

/**
 * The exponent between two neighbouring cells that have a median, d log n* / d log x. Neighbouring slopes share a cell, so their
 * errors are not independent.
 *
 * @param from x of the first
 * @param to x of the second
 */
public record LocalSlope(double from, double to, double slope, Interval interval) {}
