/** What is left to do, what it costs, and how it is cut into packs. */
@NullMarked
package dev.polylog.sweep.plan;

import org.jspecify.annotations.NullMarked;
