/** Reads sweep files, and reports every problem of a file at once. */
@NullMarked
package dev.polylog.sweep.config;

import org.jspecify.annotations.NullMarked;
