/** Growth inside the network against its prediction, the rate of the signal, and phases. */
@NullMarked
package dev.polylog.sweep.analysis.growth;

import org.jspecify.annotations.NullMarked;
