/** What the runs in a store have to say, as plain values: the questions of a study, which package {@code spark} answers. */
@NullMarked
package dev.polylog.sweep.evidence;

import org.jspecify.annotations.NullMarked;
