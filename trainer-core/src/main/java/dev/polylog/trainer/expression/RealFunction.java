package dev.polylog.trainer.expression;

/** A function of the leading coordinates of an input, in double precision. Pure, and free of allocation. */
@FunctionalInterface
interface RealFunction {

    /** The value at the input that starts at {@code offset}. */
    double value(float[] inputs, int offset);
}
