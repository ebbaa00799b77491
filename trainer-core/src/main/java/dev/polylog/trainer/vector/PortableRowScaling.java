package dev.polylog.trainer.vector;

/** One column after the other. */
public final class PortableRowScaling implements RowScaling {
    @Override
    public void apply(float[] rows, int from, float[] scales, float shift) {
        for (int k = 0; k < scales.length; k++) {
            rows[from + k] = scales[k] * rows[from + k] + shift;
        }
    }
}
