/** How fast this machine is. Nothing measured here has any influence on bits. */
@NullMarked
package dev.polylog.trainer.bench;

import org.jspecify.annotations.NullMarked;
