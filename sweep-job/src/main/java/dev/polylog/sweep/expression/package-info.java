/** A small, total arithmetic language over the fields of a specification: bounded, and free of randomness and clocks. */
@NullMarked
package dev.polylog.sweep.expression;

import org.jspecify.annotations.NullMarked;
