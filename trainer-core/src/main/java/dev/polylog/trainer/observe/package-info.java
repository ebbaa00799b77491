/** What is recorded of a run, and when. */
@NullMarked
package dev.polylog.trainer.observe;

import org.jspecify.annotations.NullMarked;
