/** What the tables of a store have to say to a study, as plain values; package {@code spark} asks them. */
@NullMarked
package dev.polylog.sweep.study.evidence;

import org.jspecify.annotations.NullMarked;
