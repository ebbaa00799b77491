package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxMullerTest {
    private static final int[] EXTREME = {
        0,
        1,
        2,
        3,
        -1,
        -2,
        0x80000000,
        0x7fffffff,
        0x20000000,
        0x1fffffff,
        0x60000000,
        0xa0000000,
        0xe0000000,
        0xfffffeff
    };

    /**
     * Each value has five roundings beyond the square root's argument and a polynomial on either side that is within two
     * units; the bound on the sum is six units in the last place.
     */
    @Test
    void normalsAreWithinSixUnitsOfTheFormula() {
        Random random = new Random(2);
        for (int trial = 0; trial < 200_000; trial++) {
            checkPair(random.nextInt() >>> random.nextInt(32), random.nextInt());
            checkPair(-1 - (random.nextInt() >>> random.nextInt(32)), random.nextInt() >> random.nextInt(32));
        }
        for (int u : EXTREME) {
            for (int v : EXTREME) {
                checkPair(u, v);
            }
        }
    }

    @Test
    void tailsReachSixAndAHalf() {
        assertThat((double) pair(0, 0)[0]).isCloseTo(Math.sqrt(62 * StrictMath.log(2)), within(1e-6));
        assertThat((double) pair(1, 0x80000000)[0]).isLessThan(-6.55);
        assertThat((double) pair(0, 0x40000000)[1]).isGreaterThan(6.55);
        assertThat((double) pair(0, 0xc0000000)[1]).isLessThan(-6.55);
    }

    @Test
    void theSmallestRadiusIsZero() {
        for (int v : EXTREME) {
            assertThat(Math.abs(pair(-1, v)[0])).isZero();
            assertThat(Math.abs(pair(-1, v)[1])).isZero();
        }
    }

    @Test
    void oppositeAnglesGiveOppositeNormals() {
        Random random = new Random(3);
        for (int trial = 0; trial < 10_000; trial++) {
            int u = random.nextInt();
            int v = random.nextInt();
            float[] there = pair(u, v);
            float[] back = pair(u, v + 0x80000000);
            assertThat(back).containsExactly(-there[0], -there[1]);
        }
    }

    private static void checkPair(int u, int v) {
        // The program rounds u to single precision and makes both words odd; the formula is asked at the same point.
        double uniform = (float) ((u >>> 1) | 1) * 0x1p-31;
        double radius = Math.sqrt(-2 * StrictMath.log(uniform));
        double angle = 2 * Math.PI * ((v | 1) * 0x1p-32);
        float[] z = pair(u, v);
        assertThat(Math.abs(z[0] - radius * StrictMath.cos(angle))).isLessThanOrEqualTo(6.0 * Math.ulp(z[0]));
        assertThat(Math.abs(z[1] - radius * StrictMath.sin(angle))).isLessThanOrEqualTo(6.0 * Math.ulp(z[1]));
    }

    private static float[] pair(int u, int v) {
        float[] cosine = new float[1];
        float[] sine = new float[1];
        new BoxMuller(1).transform(new int[] {u}, new int[] {v}, cosine, sine, 1);
        return new float[] {cosine[0], sine[0]};
    }
}
