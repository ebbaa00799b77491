/**
 * The statistics of sample complexity: pure functions from plain values to records, without files, clocks or global state.
 * {@code docs/analysis.md} has the formulas.
 */
@NullMarked
package dev.polylog.sweep.analysis;

import org.jspecify.annotations.NullMarked;
