/** Packs as Spark tasks, progress from inside them, and SQL over the tables. The only package that knows Spark. */
@NullMarked
package dev.polylog.sweep.spark;

import org.jspecify.annotations.NullMarked;
