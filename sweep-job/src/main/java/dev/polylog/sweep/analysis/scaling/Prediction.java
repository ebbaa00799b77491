package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;

/**
 * What a fit says of n* at a place, in samples.
 *
 * @param x the place
 * @param median of n* there
 * @param confidence of the median
 * @param prediction of the n* of one more run
 */
public record Prediction(double x, double median, Interval confidence, Interval prediction) {}
