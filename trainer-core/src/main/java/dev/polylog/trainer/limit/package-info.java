/** SGD on XOR in the limit of many dimensions: a recursion of the summary statistics of a network. */
@NullMarked
package dev.polylog.trainer.limit;

import org.jspecify.annotations.NullMarked;
