/** Hashes of content. */
@NullMarked
package dev.polylog.trainer.hash;

import org.jspecify.annotations.NullMarked;
