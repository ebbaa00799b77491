package dev.polylog.trainer.random;

/**
 * Threefry-4x32 with 13 rounds, a keyed bijection of 128-bit counters that passes BigCrush.
 *
 * <p>A round mixes the words in pairs, {@code a += b; b = rotl(b, R) ^ a}, and swaps the partners; after every fourth
 * round a rotated copy of the key is added. Additions, rotations and exclusive-ors only, so whole strips of counters are
 * mixed by loops that compilers turn into vector code.
 *
 * <p>Reference: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
final class Threefry {
    static final int ROUNDS = 13;

    private static final int PARITY = 0x1BD11BDA;
    private static final int[] FIRST_PAIR = {10, 11, 13, 23, 6, 17, 25, 18};
    private static final int[] SECOND_PAIR = {26, 21, 27, 5, 20, 11, 10, 20};

    private Threefry() {}

    /** Writes the five words whose rotations the rounds add. */
    static void schedule(int[] key, int[] schedule) {
        System.arraycopy(key, 0, schedule, 0, 4);
        schedule[4] = PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3];
    }

    /**
     * Encrypts {@code lanes} counters in place: lane i holds the counter {@code (x0[i], x1[i], x2[i], x3[i])} and then
     * its four random words.
     *
     * @param schedule of the key
     */
    static void encrypt(int[] schedule, int[] x0, int[] x1, int[] x2, int[] x3, int lanes) {
        addKey(schedule, 0, x0, x1, x2, x3, lanes);
        for (int round = 0; round < ROUNDS; round++) {
            // Even rounds pair (0,1) and (2,3), odd ones (0,3) and (2,1).
            mix(x0, (round & 1) == 0 ? x1 : x3, FIRST_PAIR[round & 7], lanes);
            mix(x2, (round & 1) == 0 ? x3 : x1, SECOND_PAIR[round & 7], lanes);
            if ((round & 3) == 3) {
                addKey(schedule, (round + 1) / 4, x0, x1, x2, x3, lanes);
            }
        }
    }

    private static void mix(int[] a, int[] b, int rotation, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int sum = a[i] + b[i];
            a[i] = sum;
            b[i] = Integer.rotateLeft(b[i], rotation) ^ sum;
        }
    }

    private static void addKey(int[] schedule, int injection, int[] x0, int[] x1, int[] x2, int[] x3, int lanes) {
        add(x0, schedule[injection % 5], lanes);
        add(x1, schedule[(injection + 1) % 5], lanes);
        add(x2, schedule[(injection + 2) % 5], lanes);
        add(x3, schedule[(injection + 3) % 5] + injection, lanes);
    }

    private static void add(int[] words, int summand, int lanes) {
        for (int i = 0; i < lanes; i++) {
            words[i] += summand;
        }
    }
}
