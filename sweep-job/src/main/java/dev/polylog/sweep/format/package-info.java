/** Numbers as people read them: on the terminal, in sentences and in figures. */
@NullMarked
package dev.polylog.sweep.format;

import org.jspecify.annotations.NullMarked;
