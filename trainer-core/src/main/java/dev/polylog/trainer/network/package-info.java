/** The two-layer ReLU network, its initialisation and its loss. */
@NullMarked
package dev.polylog.trainer.network;

import org.jspecify.annotations.NullMarked;
