/** When runs first meet a threshold, and summaries of one cell of a sweep that keep the runs that never do. */
@NullMarked
package dev.polylog.sweep.analysis.survival;

import org.jspecify.annotations.NullMarked;
