package dev.polylog.trainer.random;

/**
 * Chi-square numbers, exact for any number of degrees of freedom.
 *
 * <p>Few degrees are sums of squares. More are drawn by rejection: with {@code alpha} half the degrees,
 * {@code a = alpha - 1/3} and x normal, {@code 2 a (1 + x / sqrt(9 a))^3} is a candidate that at least 98 in 100 times is taken.
 * Candidates have fixed places in the stream, and after {@value #MOST_CANDIDATES} the last one is taken, which happens less often
 * than once in 10^25 numbers; so no number depends on another, and the work is bounded. Not thread-safe.
 *
 * <p>Reference: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000.
 */
final class ChiSquares {
    /** Chunks of the stream that one call of {@link #draw} takes. */
    static final int CHUNKS = 32;

    private static final int MOST_CANDIDATES = 15;
    /** Up to so many degrees are sums. */
    private static final int MOST_SUMMED = 8;
    /** Below {@code 1 - SQUEEZE x^4} a candidate is taken without a logarithm. */
    private static final double SQUEEZE = 0.0331;

    private final RandomStream stream;
    private final float[] normals;
    private final int[] words;
    private final boolean[] isPending;
    private final float[] summands = new float[MOST_SUMMED * MOST_SUMMED];

    /** @param most numbers a call */
    ChiSquares(RandomStream stream, int most) {
        this.stream = stream;
        this.normals = new float[most];
        this.words = new int[most];
        this.isPending = new boolean[most];
    }

    /**
     * Draws numbers of one degree of freedom less each.
     *
     * @param chunk the first of {@link #CHUNKS}
     * @param degrees of the first of them, at least {@code count}
     * @param out overwritten: count
     */
    void draw(int chunk, long degrees, int count, double[] out) {
        int drawn = (int) Math.max(0, Math.min(count, degrees - MOST_SUMMED));
        int pending = drawn;
        for (int i = 0; i < drawn; i++) {
            isPending[i] = true;
        }
        for (int candidate = 1; pending > 0; candidate++) {
            int from = chunk + 2 * candidate;
            stream.normals(from, normals, drawn);
            stream.words(from + 1, words, drawn);
            for (int i = 0; i < drawn; i++) {
                if (isPending[i] && (isTaken(i, degrees - i, out) || candidate == MOST_CANDIDATES)) {
                    isPending[i] = false;
                    pending--;
                }
            }
        }
        drawSums(chunk, degrees, drawn, count, out);
    }

    /** Leaves the candidate. */
    private boolean isTaken(int i, long degrees, double[] out) {
        double a = degrees / 2.0 - 1.0 / 3;
        double x = normals[i];
        double root = 1 + x / Math.sqrt(9 * a);
        double v = root * root * root;
        out[i] = 2 * a * Math.max(v, 0);
        double u = (Integer.toUnsignedLong(words[i]) + 0.5) * 0x1p-32;
        double square = x * x;
        if (v > 0 && u < 1 - SQUEEZE * square * square) {
            return true;
        }
        return v > 0 && StrictMath.log(u) < square / 2 + a * (1 - v + StrictMath.log(v));
    }

    /** The numbers of few degrees: each has its normals in a row of its own. */
    private void drawSums(int chunk, long degrees, int from, int count, double[] out) {
        if (from == count) {
            return;
        }
        stream.normals(chunk, summands, summands.length);
        for (int i = from; i < count; i++) {
            int row = (int) (degrees - i - 1) * MOST_SUMMED;
            double sum = 0;
            for (int k = row; k < row + degrees - i; k++) {
                sum += (double) summands[k] * summands[k];
            }
            out[i] = sum;
        }
    }
}
