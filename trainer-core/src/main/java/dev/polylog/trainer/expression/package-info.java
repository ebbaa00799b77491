/**
 * A small, total language of numbers and conditions over names that its user gives a meaning: bounded, and free of
 * randomness and clocks.
 */
@NullMarked
package dev.polylog.trainer.expression;

import org.jspecify.annotations.NullMarked;
