package dev.polylog.trainer.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Samples in vector registers, with the series of {@link Exponential} term by term.
 *
 * <p>No vector lives across a turn of a loop, as in {@link VectorReluPasses}; and each loop is a method that calls none of ours,
 * because the compiler takes in so many operations at a time: beyond them it calls methods that do not insist, and a call makes
 * objects of vectors.
 */
public final class VectorLogisticPass implements LogisticPass {
    private static final VectorSpecies<Double> DOUBLES = Species.DOUBLES;

    /** The bits of the number that rounds, less the bias of exponents: what a rounded sum has beyond are those of its power of 2. */
    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(Exponential.ROUNDER) - 1023;

    @Override
    public void apply(double[] labels, double[] outputs, double[] decays, int rows, double divisor) {
        int whole = DOUBLES.loopBound(rows);
        margins(labels, outputs, whole, divisor);
        decays(outputs, decays, whole);
        slopes(labels, outputs, decays, whole);
        losses(labels, decays, whole);
        PortableLogisticPass.apply(labels, outputs, whole, rows, divisor);
    }

    /** Replaces outputs by margins. */
    private static void margins(double[] labels, double[] outputs, int rows, double divisor) {
        for (int i = 0; i < rows; i += DOUBLES.length()) {
            DoubleVector.fromArray(DOUBLES, labels, i)
                    .mul(DoubleVector.fromArray(DOUBLES, outputs, i).div(divisor))
                    .intoArray(outputs, i);
        }
    }

    private static void decays(double[] margins, double[] decays, int rows) {
        for (int i = 0; i < rows; i += DOUBLES.length()) {
            DoubleVector exponent =
                    DoubleVector.fromArray(DOUBLES, margins, i).abs().neg();
            DoubleVector rounded = exponent.mul(Exponential.LOG2_E).add(Exponential.ROUNDER);
            DoubleVector minusPower = rounded.sub(Exponential.ROUNDER).neg();
            DoubleVector r = minusPower.fma(
                    broadcast(DOUBLES, Exponential.LN2_LOW),
                    minusPower.fma(broadcast(DOUBLES, Exponential.LN2_HIGH), exponent));
            DoubleVector power = rounded.reinterpretAsLongs()
                    .sub(ROUNDER_BITS)
                    .lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            r.fma(broadcast(DOUBLES, 1.0 / 6227020800L), broadcast(DOUBLES, 1.0 / 479001600))
                    .fma(r, broadcast(DOUBLES, 1.0 / 39916800))
                    .fma(r, broadcast(DOUBLES, 1.0 / 3628800))
                    .fma(r, broadcast(DOUBLES, 1.0 / 362880))
                    .fma(r, broadcast(DOUBLES, 1.0 / 40320))
                    .fma(r, broadcast(DOUBLES, 1.0 / 5040))
                    .fma(r, broadcast(DOUBLES, 1.0 / 720))
                    .fma(r, broadcast(DOUBLES, 1.0 / 120))
                    .fma(r, broadcast(DOUBLES, 1.0 / 24))
                    .fma(r, broadcast(DOUBLES, 1.0 / 6))
                    .fma(r, broadcast(DOUBLES, 0.5))
                    .fma(r, broadcast(DOUBLES, 1.0))
                    .fma(r, broadcast(DOUBLES, 1.0))
                    .mul(power)
                    .blend(0.0, exponent.compare(VectorOperators.LT, Exponential.LEAST_EXPONENT))
                    .intoArray(decays, i);
        }
    }

    /** Replaces margins by slopes, and labels by what losses have beside their logarithm. */
    private static void slopes(double[] labels, double[] margins, double[] decays, int rows) {
        for (int i = 0; i < rows; i += DOUBLES.length()) {
            DoubleVector margin = DoubleVector.fromArray(DOUBLES, margins, i);
            DoubleVector decay = DoubleVector.fromArray(DOUBLES, decays, i);
            DoubleVector.fromArray(DOUBLES, labels, i)
                    .mul(-2)
                    .mul(decay.blend(1.0, margin.lt(0)))
                    .div(decay.add(1))
                    .intoArray(margins, i);
            margin.neg().max(0).intoArray(labels, i);
        }
    }

    private static void losses(double[] losses, double[] decays, int rows) {
        for (int i = 0; i < rows; i += DOUBLES.length()) {
            DoubleVector decay = DoubleVector.fromArray(DOUBLES, decays, i);
            VectorMask<Double> isLarge = decay.compare(VectorOperators.GT, Exponential.SQRT2_MINUS_1);
            DoubleVector s = decay.blend(decay.sub(1), isLarge).div(decay.add(2).blend(decay.add(3), isLarge));
            DoubleVector square = s.mul(s);
            DoubleVector log = square.fma(broadcast(DOUBLES, 1.0 / 23), broadcast(DOUBLES, 1.0 / 21))
                    .fma(square, broadcast(DOUBLES, 1.0 / 19))
                    .fma(square, broadcast(DOUBLES, 1.0 / 17))
                    .fma(square, broadcast(DOUBLES, 1.0 / 15))
                    .fma(square, broadcast(DOUBLES, 1.0 / 13))
                    .fma(square, broadcast(DOUBLES, 1.0 / 11))
                    .fma(square, broadcast(DOUBLES, 1.0 / 9))
                    .fma(square, broadcast(DOUBLES, 1.0 / 7))
                    .fma(square, broadcast(DOUBLES, 1.0 / 5))
                    .fma(square, broadcast(DOUBLES, 1.0 / 3))
                    .mul(square)
                    .fma(s, s)
                    .mul(2);
            DoubleVector.fromArray(DOUBLES, losses, i)
                    .add(log.blend(log.add(Exponential.LN2), isLarge))
                    .mul(2)
                    .intoArray(losses, i);
        }
    }
}
