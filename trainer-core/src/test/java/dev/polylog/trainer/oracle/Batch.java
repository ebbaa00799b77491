package dev.polylog.trainer.oracle;

import dev.polylog.trainer.task.Samples;

/** All samples of one step side by side. */
public final class Batch {
    public final double[][] x;
    public final double[] y;

    private Batch(double[][] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** Draws every chunk of the step. */
    public static Batch of(Samples samples, int d, long step) {
        double[][] x = new double[samples.size()][d];
        double[] y = new double[samples.size()];
        samples.moveTo(step);
        int row = 0;
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows; i++, row++) {
                y[row] = samples.labels()[i];
                for (int k = 0; k < d; k++) {
                    x[row][k] = samples.inputs()[i * d + k];
                }
            }
        }
        return new Batch(x, y);
    }
}
