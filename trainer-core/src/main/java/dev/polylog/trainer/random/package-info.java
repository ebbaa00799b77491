/** Counter-based randomness: every number is a function of (stream, purpose, step, position), never of shared state. */
@NullMarked
package dev.polylog.trainer.random;

import org.jspecify.annotations.NullMarked;
