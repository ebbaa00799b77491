package dev.polylog.trainer.vector;

/** Scales the columns of a row-major matrix. Implementations give the same bits. */
public interface RowScaling {
    /**
     * Replaces {@code rows[from + k]} by {@code scales[k] rows[from + k] + shift}, a product and a sum that are both rounded.
     *
     * @param scales one a column; as many are read as there are
     */
    void apply(float[] rows, int from, float[] scales, float shift);
}
