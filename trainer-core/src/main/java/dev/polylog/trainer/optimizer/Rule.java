package dev.polylog.trainer.optimizer;

/**
 * The state of an optimiser for the weights of one array. A gradient comes as {@code factor * sum / m}: a sum over the m
 * samples of a minibatch, and a factor that all of them share. Not thread-safe.
 */
public interface Rule {
    /** Begins a step, in which each weight is moved once. */
    void begin();

    /**
     * What to subtract from a weight.
     *
     * @param parameter number of the weight in its array
     */
    double displacement(int parameter, double factor, double sum);

    /**
     * Moves weights that stand side by side.
     *
     * @param at number of the first of them
     * @param sums from {@code from} on, one a weight
     */
    default void move(float[] weights, int at, float[] sums, int from, int count, double factor) {
        for (int k = 0; k < count; k++) {
            weights[at + k] = (float) (weights[at + k] - displacement(at + k, factor, sums[from + k]));
        }
    }
}
