/** Figures of a report: tables of numbers, and Vega-Lite specifications that say how to draw them. */
@NullMarked
package dev.polylog.sweep.report.figure;

import org.jspecify.annotations.NullMarked;
