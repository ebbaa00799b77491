/** The folder of what can be made again, and the native libraries in there. */
@NullMarked
package dev.polylog.trainer.cache;

import org.jspecify.annotations.NullMarked;
