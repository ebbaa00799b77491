/** Distributions, quantiles and random numbers that give the same bits on every machine. */
@NullMarked
package dev.polylog.sweep.analysis.numeric;

import org.jspecify.annotations.NullMarked;
