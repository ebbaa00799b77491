package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.ScalarThreefry;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThreefryTest {

    /** The lines {@code threefry4x32 13} of the file {@code kat_vectors} in the Random123 distribution of D. E. Shaw Research. */
    static Stream<Arguments> knownAnswers() {
        return Stream.of(
                Arguments.of(
                        "00000000 00000000 00000000 00000000",
                        "00000000 00000000 00000000 00000000",
                        "531c7e4f 39491ee5 2c855a92 3d6abf9a"),
                Arguments.of(
                        "ffffffff ffffffff ffffffff ffffffff",
                        "ffffffff ffffffff ffffffff ffffffff",
                        "c4189358 1c9cc83a d5881c67 6a0a89e0"),
                Arguments.of(
                        "243f6a88 85a308d3 13198a2e 03707344",
                        "a4093822 299f31d0 082efa98 ec4e6c89",
                        "4aa71d8f 734738c2 431fc6a8 ae6debf1"));
    }

    @ParameterizedTest
    @MethodSource("knownAnswers")
    void knownAnswersAreReproducedInEveryLane(String counter, String key, String answer) {
        int lanes = 37;
        int[][] x = new int[4][lanes];
        for (int i = 0; i < lanes; i++) {
            put(x, i, parse(counter));
        }
        Threefry.encrypt(schedule(parse(key)), x[0], x[1], x[2], x[3], lanes);
        for (int i = 0; i < lanes; i++) {
            assertThat(lane(x, i)).containsExactly(parse(answer));
        }
    }

    @ParameterizedTest
    @MethodSource("knownAnswers")
    void theOracleReproducesTheKnownAnswersToo(String counter, String key, String answer) {
        assertThat(ScalarThreefry.encrypt(parse(counter), parse(key))).containsExactly(parse(answer));
    }

    @Test
    void lanesDoNotDependOnEachOther() {
        int[] key = {1, -2, 3, 0x80000000};
        int lanes = 16;
        int[][] x = new int[4][lanes];
        for (int i = 0; i < lanes; i++) {
            put(x, i, counter(i));
        }
        Threefry.encrypt(schedule(key), x[0], x[1], x[2], x[3], lanes);
        for (int i = 0; i < lanes; i++) {
            assertThat(lane(x, i)).containsExactly(ScalarThreefry.encrypt(counter(i), key));
        }
    }

    private static int[] counter(int i) {
        return new int[] {i, 7 * i, -i, i << 20};
    }

    private static void put(int[][] x, int lane, int[] words) {
        for (int k = 0; k < 4; k++) {
            x[k][lane] = words[k];
        }
    }

    private static int[] lane(int[][] x, int lane) {
        return new int[] {x[0][lane], x[1][lane], x[2][lane], x[3][lane]};
    }

    private static int[] parse(String words) {
        int[] parsed = new int[4];
        for (int k = 0; k < 4; k++) {
            parsed[k] = HexFormat.fromHexDigits(words, 9 * k, 9 * k + 8);
        }
        return parsed;
    }

    private static int[] schedule(int[] key) {
        int[] schedule = new int[5];
        Threefry.schedule(key, schedule);
        return schedule;
    }
}
