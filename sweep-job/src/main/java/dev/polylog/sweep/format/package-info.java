/** Numbers as people read them, on the terminal, in sentences and in figures; and tables as programs read them. */
@NullMarked
package dev.polylog.sweep.format;

import org.jspecify.annotations.NullMarked;
