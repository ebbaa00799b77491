/** Ridge regression in the features of a two-layer network at its start, or in their kernel: learning without features. */
@NullMarked
package dev.polylog.trainer.ridge;

import org.jspecify.annotations.NullMarked;
