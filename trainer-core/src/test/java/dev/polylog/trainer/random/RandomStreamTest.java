package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Digest;
import dev.polylog.trainer.oracle.ScalarThreefry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final StreamKey KEY = StreamKey.parse("0123456789abcdeffedcba9876543210");

    @Test
    void everyWordStandsWhereTheLayoutSays() {
        Random random = new Random(1);
        List<Purpose> purposes = List.of(Purpose.values());
        int[] out = new int[5000];
        for (int trial = 0; trial < 50; trial++) {
            StreamKey key = new StreamKey(random.nextLong(), random.nextLong());
            Purpose purpose = purposes.get(random.nextInt(purposes.size()));
            long step = random.nextLong() & ((1L << 56) - 1);
            int chunk = random.nextInt();
            RandomStream stream = key.stream(purpose, 0);
            stream.moveTo(step);
            stream.words(chunk, out, out.length);
            for (int i = 0; i < 100; i++) {
                int position = random.nextInt(out.length);
                assertThat(out[position])
                        .isEqualTo(ScalarThreefry.word(key.high(), key.low(), purpose.code(), step, chunk, position));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 63, 64, 65, 1000, 1023, 1024, 1025, 3000})
    void aShortFillIsAPrefixOfALongOneAndTouchesNothingElse(int count) {
        int[] longWords = new int[4096];
        float[] longNormals = new float[4096];
        KEY.stream(Purpose.TEST_INPUTS, 3).words(2, longWords, longWords.length);
        KEY.stream(Purpose.TEST_INPUTS, 3).normals(2, longNormals, longNormals.length);

        int[] words = new int[count + 7];
        float[] normals = new float[count + 7];
        RandomStream stream = KEY.stream(Purpose.TEST_INPUTS, 3);
        stream.words(2, words, count);
        stream.normals(2, normals, count);
        assertThat(Arrays.copyOf(words, count)).containsExactly(Arrays.copyOf(longWords, count));
        assertThat(Arrays.copyOf(normals, count)).containsExactly(Arrays.copyOf(longNormals, count));
        assertThat(Arrays.copyOfRange(words, count, count + 7)).containsOnly(0);
        assertThat(Arrays.copyOfRange(normals, count, count + 7)).containsOnly(0f);
    }

    /** Distinct 64-bit prefixes fail to be distinct by chance with probability below 1e-16. */
    @Test
    void keysPurposesStepsAndChunksHaveStreamsOfTheirOwn() {
        Set<Long> seen = new HashSet<>();
        int drawn = 0;
        for (StreamKey key : new StreamKey[] {KEY, new StreamKey(KEY.high(), KEY.low() + 1), new StreamKey(0, 0)}) {
            for (Purpose purpose : Purpose.values()) {
                for (long step : new long[] {0, 1, 2, 1L << 31, 1L << 32, 1L << 55}) {
                    for (int chunk : new int[] {0, 1, 2, 1000}) {
                        int[] out = new int[2];
                        key.stream(purpose, step).words(chunk, out, 2);
                        seen.add(((long) out[0] << 32) | Integer.toUnsignedLong(out[1]));
                        drawn++;
                    }
                }
            }
        }
        assertThat(seen).hasSize(drawn);
    }

    @Test
    void movingToAStepIsStartingThere() {
        float[] moved = new float[100];
        float[] started = new float[100];
        RandomStream stream = KEY.stream(Purpose.TRAINING_INPUTS, 0);
        stream.normals(0, moved, 100);
        stream.moveTo(17);
        stream.normals(0, moved, 100);
        KEY.stream(Purpose.TRAINING_INPUTS, 17).normals(0, started, 100);
        assertThat(moved).containsExactly(started);
    }

    @Test
    void stepsOutsideTheCounterAreRefused() {
        RandomStream stream = KEY.stream(Purpose.TRAINING_INPUTS, 0);
        assertThatThrownBy(() -> stream.moveTo(-1)).hasMessageStartingWith("Invalid step: -1");
        assertThatThrownBy(() -> stream.moveTo(1L << 56)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsThirtyTwoHexadecimalDigits() {
        assertThat(KEY).isEqualTo(new StreamKey(0x0123456789abcdefL, 0xfedcba9876543210L));
        assertThatThrownBy(() -> StreamKey.parse("12"))
                .hasMessage("Invalid stream key: 12 (expected 32 hexadecimal digits)");
    }

    /** False alarms: at most 1e-6 for each of three sums. */
    @Test
    void bitsAreFairAndPairwiseIndependent() {
        int n = 1 << 18;
        int[] words = new int[n];
        KEY.stream(Purpose.LABEL_NOISE, 5).words(0, words, n);
        double single = 0;
        double pairs = 0;
        for (int b = 0; b < 32; b++) {
            single += squaredScore(words, 1 << b);
            for (int c = 0; c < b; c++) {
                pairs += squaredScore(words, 1 << b | 1 << c);
            }
        }
        assertThat(single).isLessThan(Bounds.chiSquare(32, 1e-6));
        assertThat(pairs).isLessThan(Bounds.chiSquare(496, 1e-6));

        double[] bytes = new double[256];
        for (int word : words) {
            bytes[word >>> 24]++;
        }
        double chiSquare = 0;
        for (double count : bytes) {
            chiSquare += (count - n / 256.0) * (count - n / 256.0) / (n / 256.0);
        }
        assertThat(chiSquare).isLessThan(Bounds.chiSquare(255, 1e-6));
    }

    /** Squared standard score of the parity of the masked bits. */
    private static double squaredScore(int[] words, int mask) {
        long sum = 0;
        for (int word : words) {
            sum += 1 - 2 * (Integer.bitCount(word & mask) & 1);
        }
        return (double) sum * sum / words.length;
    }

    @Test
    void theNumbersAreTheSameForEver() {
        float[] normals = new float[3001];
        StreamKey key = new StreamKey(0x243f6a8885a308d3L, 0x13198a2e03707344L);
        key.stream(Purpose.TRAINING_INPUTS, 42).normals(3, normals, normals.length);
        assertThat(new Digest().add(normals).hex()).isEqualTo("ce24171d6163f4f6");
    }
}
