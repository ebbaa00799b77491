package dev.polylog.trainer.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Columns in vector registers, which a compiler does not find by itself: the arrays might be one. */
public final class VectorRowScaling implements RowScaling {
    private static final VectorSpecies<Float> FLOATS = Species.FLOATS;

    @Override
    public void apply(float[] rows, int from, float[] scales, float shift) {
        int whole = FLOATS.loopBound(scales.length);
        for (int k = 0; k < whole; k += FLOATS.length()) {
            FloatVector.fromArray(FLOATS, scales, k)
                    .mul(FloatVector.fromArray(FLOATS, rows, from + k))
                    .add(shift)
                    .intoArray(rows, from + k);
        }
        for (int k = whole; k < scales.length; k++) {
            rows[from + k] = scales[k] * rows[from + k] + shift;
        }
    }
}
