/** How the number of samples grows along an axis: laws, censored fits, their comparison, and a verdict in words. */
@NullMarked
package dev.polylog.sweep.analysis.scaling;

import org.jspecify.annotations.NullMarked;
