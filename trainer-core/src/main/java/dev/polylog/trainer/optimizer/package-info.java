/** How gradients move weights: an optimiser is a record, its state a rule. */
@NullMarked
package dev.polylog.trainer.optimizer;

import org.jspecify.annotations.NullMarked;
