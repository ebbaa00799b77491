/** What theory expects of a cell before it is trained: a few runs of the recursion in the limit of large d, and what they say. */
@NullMarked
package dev.polylog.sweep.theory;

import org.jspecify.annotations.NullMarked;
