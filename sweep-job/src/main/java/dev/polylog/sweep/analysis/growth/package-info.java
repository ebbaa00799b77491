/** Growth inside the network against its prediction, phases, and bands of observables. */
@NullMarked
package dev.polylog.sweep.analysis.growth;

import org.jspecify.annotations.NullMarked;
