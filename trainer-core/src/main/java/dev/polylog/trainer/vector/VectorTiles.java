package dev.polylog.trainer.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of random words and of normals, bit for bit those of the portable loops.
 *
 * <p>A tile is sixteen counters of four words; word k of lane i stands at position {@code 16 k + i}. Sums, products,
 * quotients, roots, fused products and conversions are correctly rounded in every lane, so that neither the width of the
 * registers nor the compiler has any influence.
 *
 * <p>The rounds are written out because a rotation must be a constant, and every operation stands in the loop itself:
 * the compiler stops inlining small methods of our own long before it has seen thirteen rounds.
 */
public final class VectorTiles {
    private static final int LANES = 16;
    private static final int TILE = 4 * LANES;

    private static final VectorSpecies<Integer> INTS = Species.INTS;
    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;

    private static final IntVector FIRST_LANES = IntVector.zero(INTS).addIndex(1);

    private static final int PARITY = 0x1BD11BDA;
    private static final int SQRT_HALF_BITS = 0x3f3504f3;
    private static final float TURN = (float) (2 * Math.PI / (1L << 32));

    private static final FloatVector ZERO = constant(0f);
    private static final FloatVector ONE = constant(1f);
    private static final FloatVector LN2 = constant(0.6931472f);
    private static final FloatVector THIRD = constant(1f / 3);
    private static final FloatVector FIFTH = constant(1f / 5);
    private static final FloatVector SEVENTH = constant(1f / 7);
    private static final FloatVector NINTH = constant(1f / 9);
    private static final FloatVector SINE_3 = constant(-1f / 6);
    private static final FloatVector SINE_5 = constant(1f / 120);
    private static final FloatVector SINE_7 = constant(-1f / 5040);
    private static final FloatVector SINE_9 = constant(1f / 362880);
    private static final FloatVector COSINE_2 = constant(-0.5f);
    private static final FloatVector COSINE_4 = constant(1f / 24);
    private static final FloatVector COSINE_6 = constant(-1f / 720);
    private static final FloatVector COSINE_8 = constant(1f / 40320);
    private static final FloatVector COSINE_10 = constant(-1f / 3628800);

    private VectorTiles() {}

    /**
     * Threefry-4x32-13 of the counters {@code (first block + lane, chunk, step, tag)}.
     *
     * @param key four words
     * @param counter four words, those of the first lane
     * @param out from {@code start} on, 64 words a tile
     */
    public static void words(int[] key, int[] counter, int[] out, int start, int tiles) {
        int k0 = key[0];
        int k1 = key[1];
        int k2 = key[2];
        int k3 = key[3];
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        for (int tile = 0; tile < tiles; tile++) {
            for (int lane = 0; lane < LANES; lane += INTS.length()) {
                IntVector x0 = FIRST_LANES.add(counter[0] + LANES * tile + lane + k0);
                IntVector x1 = IntVector.broadcast(INTS, counter[1] + k1);
                IntVector x2 = IntVector.broadcast(INTS, counter[2] + k2);
                IntVector x3 = IntVector.broadcast(INTS, counter[3] + k3);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 26).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 21).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 13).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 27).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 23).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 5).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(k1);
                x1 = x1.add(k2);
                x2 = x2.add(k3);
                x3 = x3.add(k4 + 1);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 6).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 17).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 25).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 18).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(k2);
                x1 = x1.add(k3);
                x2 = x2.add(k4);
                x3 = x3.add(k0 + 2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 26).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 21).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 13).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 27).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 23).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 5).lanewise(VectorOperators.XOR, x2);
                x0 = x0.add(k3);
                x1 = x1.add(k4);
                x2 = x2.add(k0);
                x3 = x3.add(k1 + 3);
                x0 = x0.add(x1);
                x1 = x1.lanewise(VectorOperators.ROL, 6).lanewise(VectorOperators.XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
                int at = start + TILE * tile + lane;
                x0.intoArray(out, at);
                x1.intoArray(out, at + LANES);
                x2.intoArray(out, at + 2 * LANES);
                x3.intoArray(out, at + 3 * LANES);
            }
        }
    }

    /**
     * Box-Muller pairs: words 0 and 1, and words 2 and 3, of each counter become two normals each.
     *
     * @param words 64 a tile
     * @param out from {@code start} on, 64 normals a tile
     */
    public static void normals(int[] words, float[] out, int start, int tiles) {
        for (int pair = 0; pair < 2 * tiles; pair++) {
            for (int lane = 0; lane < LANES; lane += INTS.length()) {
                int at = 2 * LANES * pair + lane;
                IntVector u = IntVector.fromArray(INTS, words, at);
                IntVector v = IntVector.fromArray(INTS, words, at + LANES);

                IntVector odd = u.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.OR, 1);
                IntVector bits = odd.convertShape(VectorOperators.I2F, FLOATS, 0)
                        .reinterpretAsInts()
                        .sub(SQRT_HALF_BITS);
                FloatVector exponent = (FloatVector)
                        bits.lanewise(VectorOperators.ASHR, 23).sub(31).convertShape(VectorOperators.I2F, FLOATS, 0);
                FloatVector mantissa = bits.lanewise(VectorOperators.AND, 0x007fffff)
                        .add(SQRT_HALF_BITS)
                        .reinterpretAsFloats();
                FloatVector s = mantissa.sub(ONE).div(mantissa.add(ONE));
                FloatVector square = s.mul(s);
                FloatVector series = square.fma(NINTH, SEVENTH)
                        .fma(square, FIFTH)
                        .fma(square, THIRD)
                        .mul(square)
                        .fma(s, s);
                FloatVector log = exponent.fma(LN2, series.mul(2f));
                FloatVector radius = ZERO.sub(log.mul(2f)).sqrt();

                IntVector quarter = v.add(1 << 29).lanewise(VectorOperators.LSHR, 30);
                IntVector remainder =
                        v.sub(quarter.lanewise(VectorOperators.LSHL, 30)).lanewise(VectorOperators.OR, 1);
                FloatVector phi = ((FloatVector) remainder.convertShape(VectorOperators.I2F, FLOATS, 0)).mul(TURN);
                FloatVector phi2 = phi.mul(phi);
                FloatVector cosine = phi2.fma(COSINE_10, COSINE_8)
                        .fma(phi2, COSINE_6)
                        .fma(phi2, COSINE_4)
                        .fma(phi2, COSINE_2)
                        .fma(phi2, ONE);
                FloatVector sine = phi2.fma(SINE_9, SINE_7)
                        .fma(phi2, SINE_5)
                        .fma(phi2, SINE_3)
                        .fma(phi2, ONE)
                        .mul(phi);

                // Quarter turns: (c, s), (-s, c), (-c, -s), (s, -c).
                VectorMask<Float> swap = quarter.lanewise(VectorOperators.LSHL, 31)
                        .compare(VectorOperators.LT, 0)
                        .cast(FLOATS);
                IntVector cosineSign =
                        quarter.add(1).lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, 31);
                IntVector sineSign = quarter.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, 31);
                FloatVector turnedCosine = cosine.blend(sine, swap)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, cosineSign)
                        .reinterpretAsFloats();
                FloatVector turnedSine = sine.blend(cosine, swap)
                        .reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, sineSign)
                        .reinterpretAsFloats();
                radius.mul(turnedCosine).intoArray(out, start + at);
                radius.mul(turnedSine).intoArray(out, start + at + LANES);
            }
        }
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }
}
