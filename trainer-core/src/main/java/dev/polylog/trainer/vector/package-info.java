/**
 * Kernels in the Vector API, each with a portable twin of the same bits elsewhere.
 *
 * <p>The module {@code jdk.incubator.vector} must have been added when the virtual machine was started: nothing here may
 * be touched unless {@link dev.polylog.trainer.vector.Simd} says so. Only operations that are correctly rounded are
 * used; the transcendental ones and sums across lanes differ between interpreter and compiler.
 */
@NullMarked
package dev.polylog.trainer.vector;

import org.jspecify.annotations.NullMarked;
