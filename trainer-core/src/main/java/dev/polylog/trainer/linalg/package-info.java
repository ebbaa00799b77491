/** Matrix products and factorisations through netlib, with the native OpenBLAS extracted and loaded by the program itself. */
@NullMarked
package dev.polylog.trainer.linalg;

import org.jspecify.annotations.NullMarked;
