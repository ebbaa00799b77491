package dev.polylog.trainer.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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
public final class VectorTiles implements Tiles {
    private static final int LANES = 16;

    private static final VectorSpecies<Integer> INTS = Species.INTS;
    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;

    private static final IntVector FIRST_LANES = IntVector.zero(INTS).addIndex(1);

    private static final int PARITY = 0x1BD11BDA;
    private static final int SPLIT = 0x3f2aaaab;
    private static final int EXPONENT = 0xff800000;

    private static final IntVector LARGEST_EXPONENT = IntVector.broadcast(INTS, 31 << 23);

    /*
     * The coefficients of BoxMuller (docs/constants/box_muller.py). Floats kept as integers. The loop that uses them stores floats, and after such a store the compiler would load every
     * constant that is a vector of floats again.
     */
    private static final IntVector ONE = bits(1f);
    private static final IntVector TWO_LN2 = bits(0x1.62e43p-23f);
    private static final IntVector LOGARITHM_0 = bits(-2f);
    private static final IntVector LOGARITHM_1 = bits(0x1.ffffcep-1f);
    private static final IntVector LOGARITHM_2 = bits(-0x1.55553ap-1f);
    private static final IntVector LOGARITHM_3 = bits(0x1.0016a8p-1f);
    private static final IntVector LOGARITHM_4 = bits(-0x1.99b66p-2f);
    private static final IntVector LOGARITHM_5 = bits(0x1.4fde26p-2f);
    private static final IntVector LOGARITHM_6 = bits(-0x1.209de4p-2f);
    private static final IntVector LOGARITHM_7 = bits(0x1.3d0064p-2f);
    private static final IntVector LOGARITHM_8 = bits(-0x1.152a38p-2f);
    private static final IntVector PHI = bits(0x1.921fb6p-32f);
    private static final IntVector SINE_1 = bits(-0x1.555546p-3f);
    private static final IntVector SINE_2 = bits(0x1.1106ep-7f);
    private static final IntVector SINE_3 = bits(-0x1.99065cp-13f);
    private static final IntVector COSINE_1 = bits(-0x1.ffffb2p-2f);
    private static final IntVector COSINE_2 = bits(0x1.553e76p-5f);
    private static final IntVector COSINE_3 = bits(-0x1.644d68p-10f);

    private final int[] scratch = new int[STRIP * TILE];

    /** Threefry-4x32-13 of the counters {@code (first block + lane, chunk, step, tag)}. */
    @Override
    public void words(int[] key, int[] counter, int[] out, int start, int tiles) {
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

    @Override
    public void normals(int[] key, int[] counter, float[] out, int start, int tiles) {
        words(key, counter, scratch, 0, tiles);
        normals(scratch, out, start, tiles);
    }

    /**
     * Box-Muller pairs: words 0 and 1, and words 2 and 3, of each counter become two normals each.
     *
     * @param words 64 a tile
     * @param out from {@code start} on, 64 normals a tile
     */
    public static void normals(int[] words, float[] out, int start, int tiles) {
        FloatVector one = ONE.reinterpretAsFloats();
        FloatVector twoLn2 = TWO_LN2.reinterpretAsFloats();
        FloatVector logarithm0 = LOGARITHM_0.reinterpretAsFloats();
        FloatVector logarithm1 = LOGARITHM_1.reinterpretAsFloats();
        FloatVector logarithm2 = LOGARITHM_2.reinterpretAsFloats();
        FloatVector logarithm3 = LOGARITHM_3.reinterpretAsFloats();
        FloatVector logarithm4 = LOGARITHM_4.reinterpretAsFloats();
        FloatVector logarithm5 = LOGARITHM_5.reinterpretAsFloats();
        FloatVector logarithm6 = LOGARITHM_6.reinterpretAsFloats();
        FloatVector logarithm7 = LOGARITHM_7.reinterpretAsFloats();
        FloatVector logarithm8 = LOGARITHM_8.reinterpretAsFloats();
        FloatVector angleOfOne = PHI.reinterpretAsFloats();
        FloatVector sine1 = SINE_1.reinterpretAsFloats();
        FloatVector sine2 = SINE_2.reinterpretAsFloats();
        FloatVector sine3 = SINE_3.reinterpretAsFloats();
        FloatVector cosine1 = COSINE_1.reinterpretAsFloats();
        FloatVector cosine2 = COSINE_2.reinterpretAsFloats();
        FloatVector cosine3 = COSINE_3.reinterpretAsFloats();
        for (int pair = 0; pair < 2 * tiles; pair++) {
            for (int lane = 0; lane < LANES; lane += INTS.length()) {
                int at = 2 * LANES * pair + lane;
                IntVector u = IntVector.fromArray(INTS, words, at);
                IntVector v = IntVector.fromArray(INTS, words, at + LANES);

                FloatVector phi = ((FloatVector) v.convertShape(VectorOperators.I2F, FLOATS, 0)).mul(angleOfOne);
                FloatVector square = phi.mul(phi);
                FloatVector cosine =
                        square.fma(cosine3, cosine2).fma(square, cosine1).fma(square, one);
                FloatVector sine = square.fma(sine3, sine2)
                        .fma(square, sine1)
                        .fma(square, one)
                        .mul(phi);

                IntVector bits = ((FloatVector)
                                u.lanewise(VectorOperators.OR, 1).convertShape(VectorOperators.I2F, FLOATS, 0))
                        .abs()
                        .reinterpretAsInts();
                IntVector exponentBits = bits.sub(SPLIT).lanewise(VectorOperators.AND, EXPONENT);
                FloatVector f = bits.sub(exponentBits).reinterpretAsFloats().sub(one);
                FloatVector exponent =
                        (FloatVector) LARGEST_EXPONENT.sub(exponentBits).convertShape(VectorOperators.I2F, FLOATS, 0);
                FloatVector series = f.fma(logarithm8, logarithm7)
                        .fma(f, logarithm6)
                        .fma(f, logarithm5)
                        .fma(f, logarithm4)
                        .fma(f, logarithm3)
                        .fma(f, logarithm2)
                        .fma(f, logarithm1)
                        .fma(f, logarithm0)
                        .mul(f);
                FloatVector radius = exponent.fma(twoLn2, series).sqrt();

                IntVector first = cosine.reinterpretAsInts()
                        .lanewise(VectorOperators.XOR, u.lanewise(VectorOperators.AND, Integer.MIN_VALUE));
                IntVector second = sine.reinterpretAsInts();
                IntVector isExchanged = v.lanewise(VectorOperators.LSHL, 31).lanewise(VectorOperators.ASHR, 31);
                IntVector exchange =
                        first.lanewise(VectorOperators.XOR, second).lanewise(VectorOperators.AND, isExchanged);
                radius.mul(first.lanewise(VectorOperators.XOR, exchange).reinterpretAsFloats())
                        .intoArray(out, start + at);
                radius.mul(second.lanewise(VectorOperators.XOR, exchange).reinterpretAsFloats())
                        .intoArray(out, start + at + LANES);
            }
        }
    }

    private static IntVector bits(float value) {
        return IntVector.broadcast(INTS, Float.floatToRawIntBits(value));
    }
}
