/** Reports: one page that opens anywhere, and the files of its figures. */
@NullMarked
package dev.polylog.sweep.report;

import org.jspecify.annotations.NullMarked;
