/** What is learned: target functions, input laws and label noise. */
@NullMarked
package dev.polylog.trainer.task;

import org.jspecify.annotations.NullMarked;
