package dev.polylog.trainer.oracle;

/**
 * Threefry-4x32-13 on one counter, written from the paper, and the documented place of a word in a stream.
 *
 * <p>Reference: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
public final class ScalarThreefry {
    private static final int[][] ROTATIONS = {
        {10, 26}, {11, 21}, {13, 27}, {23, 5}, {6, 20}, {17, 11}, {25, 10}, {18, 20}
    };

    private ScalarThreefry() {}

    public static int[] encrypt(int[] counter, int[] key) {
        int[] k = {key[0], key[1], key[2], key[3], 0x1BD11BDA ^ key[0] ^ key[1] ^ key[2] ^ key[3]};
        int[] x = counter.clone();
        inject(x, k, 0);
        for (int round = 1; round <= 13; round++) {
            int[] r = ROTATIONS[(round - 1) % 8];
            x[0] += x[1];
            x[1] = Integer.rotateLeft(x[1], r[0]) ^ x[0];
            x[2] += x[3];
            x[3] = Integer.rotateLeft(x[3], r[1]) ^ x[2];
            int swapped = x[1];
            x[1] = x[3];
            x[3] = swapped;
            if (round % 4 == 0) {
                inject(x, k, round / 4);
            }
        }
        // The round loop swaps after every round; an odd number of swaps is undone.
        int swapped = x[1];
        x[1] = x[3];
        x[3] = swapped;
        return x;
    }

    private static void inject(int[] x, int[] k, int number) {
        for (int i = 0; i < 4; i++) {
            x[i] += k[(number + i) % 5];
        }
        x[3] += number;
    }

    /**
     * The word at a position of a stream: the counter is {@code (block, chunk, step low, purpose << 24 | step high)}, and
     * word k of block {@code 16 t + i} stands at {@code 64 t + 16 k + i}.
     */
    public static int word(long keyHigh, long keyLow, int purposeCode, long step, int chunk, int position) {
        int tile = position / 64;
        int word = position % 64 / 16;
        int lane = position % 16;
        int[] key = {(int) (keyHigh >> 32), (int) keyHigh, (int) (keyLow >> 32), (int) keyLow};
        int[] counter = {16 * tile + lane, chunk, (int) step, (purposeCode << 24) | (int) (step >> 32)};
        return encrypt(counter, key)[word];
    }
}
