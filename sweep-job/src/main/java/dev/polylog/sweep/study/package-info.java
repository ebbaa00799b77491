/** What the runs of a sweep say: along which axis, in which groups, by which laws; and the report that says it. */
@NullMarked
package dev.polylog.sweep.study;

import org.jspecify.annotations.NullMarked;
