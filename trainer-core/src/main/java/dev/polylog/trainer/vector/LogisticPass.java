package dev.polylog.trainer.vector;

/** The logistic loss {@code 2 log(1 + exp(-t f))} and its slope, sample by sample. Implementations give the same bits. */
public interface LogisticPass {
    /**
     * Passes through samples.
     *
     * @param labels t, -1 or 1: rows, replaced by losses
     * @param outputs f times the divisor: rows, replaced by slopes
     * @param decays scratch of as many
     */
    void apply(double[] labels, double[] outputs, double[] decays, int rows, double divisor);
}
