package dev.polylog.trainer.network;

/** One sample after the other, by the formulas of the loss. */
record PointwiseLossPass(Loss loss) implements LossPass {
    @Override
    public double differentiate(float[] labels, double[] outputs, int rows, double divisor, double sum) {
        double total = sum;
        for (int i = 0; i < rows; i++) {
            double f = outputs[i] / divisor;
            total += loss.value(labels[i], f);
            outputs[i] = loss.slope(labels[i], f);
        }
        return total;
    }
}
