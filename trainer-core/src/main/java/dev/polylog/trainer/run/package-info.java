/** One training run from specification to outcome. */
@NullMarked
package dev.polylog.trainer.run;

import org.jspecify.annotations.NullMarked;
