/** Where runs are kept: tables, Parquet files, the lock, and what makes a file trustworthy. */
@NullMarked
package dev.polylog.sweep.store;

import org.jspecify.annotations.NullMarked;
