package dev.polylog.trainer.network;

import dev.polylog.trainer.vector.LogisticPass;
import dev.polylog.trainer.vector.PortableLogisticPass;
import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.VectorLogisticPass;

/** The logistic loss in vector registers, of which the losses are added up in the order of samples. */
final class LogisticLossPass implements LossPass {
    /** Samples below which a race costs more than it can win. */
    private static final int LEAST_RACED = 16;

    /** Shared by all runs of this process; what it decides has no influence on bits. */
    private static final Race RACE = new Race();

    private final Raced<LogisticPass> passes;
    private final double[] losses;
    private final double[] decays;

    LogisticLossPass(int maxRows) {
        this.passes = maxRows < LEAST_RACED || !Simd.isPresent()
                ? Raced.alone(new PortableLogisticPass())
                : Raced.of(new PortableLogisticPass(), new VectorLogisticPass(), RACE);
        this.losses = new double[maxRows];
        this.decays = new double[maxRows];
    }

    @Override
    public double differentiate(float[] labels, double[] outputs, int rows, double divisor, double sum) {
        for (int i = 0; i < rows; i++) {
            losses[i] = labels[i];
        }
        LogisticPass pass = passes.begin();
        pass.apply(losses, outputs, decays, rows, divisor);
        passes.end(rows);
        double total = sum;
        for (int i = 0; i < rows; i++) {
            total += losses[i];
        }
        return total;
    }
}
