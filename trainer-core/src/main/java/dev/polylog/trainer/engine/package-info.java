/** How a step of SGD is computed. Engines differ in speed, never in law. */
@NullMarked
package dev.polylog.trainer.engine;

import org.jspecify.annotations.NullMarked;
