/** A sweep as a pure function from the index of a cell to the specifications of its runs. */
@NullMarked
package dev.polylog.sweep.grid;

import org.jspecify.annotations.NullMarked;
