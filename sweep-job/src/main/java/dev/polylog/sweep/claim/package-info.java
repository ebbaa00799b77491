/** What is claimed of runs, measured and judged: the registry of statistics, each with its interval. */
@NullMarked
package dev.polylog.sweep.claim;

import org.jspecify.annotations.NullMarked;
