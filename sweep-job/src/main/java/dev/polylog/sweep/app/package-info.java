/** The command. */
@NullMarked
package dev.polylog.sweep.app;

import org.jspecify.annotations.NullMarked;
