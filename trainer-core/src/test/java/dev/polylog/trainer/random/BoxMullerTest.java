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
        0x80000001,
        0x7fffffff,
        0x7ffffffe,
        0x20000000,
        0x1fffffff,
        0x60000000,
        0xa0000000,
        0xe0000000,
        0xfffffeff,
        0x2aaaaaab,
        0x55555555,
        0xaaaaaaaa
    };

    /**
     * Each value has five roundings beyond the square root's argument and a polynomial on either side that is within two
     * units; the bound on the sum is six units in the last place. Largest seen: 4.
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
        double longest = Math.sqrt(62 * StrictMath.log(2));
        assertThat(longest).isGreaterThan(6.55);
        assertThat((double) pair(0, 0)[0]).isCloseTo(longest, within(1e-6));
        assertThat((double) pair(-1, 0)[0]).isCloseTo(-longest, within(1e-6));
        assertThat((double) pair(0, 1)[1]).isCloseTo(longest, within(1e-6));
        assertThat((double) pair(-1, 1)[1]).isCloseTo(-longest, within(1e-6));
    }

    @Test
    void theSmallestRadiusIsZero() {
        for (int v : EXTREME) {
            for (int u : new int[] {0x7fffffff, 0x80000000, 0x80000001}) {
                assertThat(Math.abs(pair(u, v)[0])).isZero();
                assertThat(Math.abs(pair(u, v)[1])).isZero();
            }
        }
    }

    /** The eight symmetries of the square: the sign of either normal, and their exchange. */
    @Test
    void signsAndExchangesOfWordsAreThoseOfNormals() {
        Random random = new Random(3);
        for (int trial = 0; trial < 10_000; trial++) {
            int u = random.nextInt() | 1;
            int v = random.nextInt() & -2;
            float[] z = pair(u, v);
            assertThat(pair(-u, v)).containsExactly(-z[0], z[1]);
            assertThat(pair(u, -v)).containsExactly(z[0], -z[1]);
            // The lowest bit is lost in the rounding of a large angle.
            int large = 0x40000000 | (v & 0x3fffff00);
            float[] plain = pair(u, large);
            assertThat(pair(u, large | 1)).containsExactly(plain[1], plain[0]);
        }
    }

    private static void checkPair(int u, int v) {
        // The program makes u odd and rounds both to single precision; the formula is asked at the same point.
        double uniform = Math.abs((float) (u | 1)) * 0x1p-31;
        double radius = Math.sqrt(-2 * StrictMath.log(uniform));
        double angle = Math.PI / 4 * ((float) v * 0x1p-31);
        double cosine = Math.copySign(radius * StrictMath.cos(angle), u);
        double sine = radius * StrictMath.sin(angle);
        boolean isExchanged = (v & 1) != 0;
        float[] z = pair(u, v);
        assertThat(Math.abs(z[0] - (isExchanged ? sine : cosine))).isLessThanOrEqualTo(6.0 * Math.ulp(z[0]));
        assertThat(Math.abs(z[1] - (isExchanged ? cosine : sine))).isLessThanOrEqualTo(6.0 * Math.ulp(z[1]));
    }

    private static float[] pair(int u, int v) {
        float[] cosine = new float[1];
        float[] sine = new float[1];
        new BoxMuller(1).transform(new int[] {u}, new int[] {v}, cosine, sine, 1);
        return new float[] {cosine[0], sine[0]};
    }
}
