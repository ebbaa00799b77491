package dev.polylog.trainer.task;

import dev.polylog.trainer.vector.PortableRowScaling;
import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.RowScaling;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.VectorRowScaling;
import java.util.Arrays;

/**
 * The symmetric square root {@code S = diag(s) + c 1 1'} of a covariance: {@code x = S g} has covariance {@code S S} when g
 * is standard normal. Applying it costs O(d). Not thread-safe.
 */
public final class SquareRoot {
    /** Shared by all runs of this process; what it decides has no influence on bits. */
    private static final Race RACE = new Race();

    private final Raced<RowScaling> scaling =
            Raced.of(new PortableRowScaling(), Simd.isPresent() ? new VectorRowScaling() : null, RACE);

    private final float[] scales;
    private final float shift;
    private final boolean identity;

    private SquareRoot(float[] scales, float shift, boolean identity) {
        this.scales = scales;
        this.shift = shift;
        this.identity = identity;
    }

    static SquareRoot identity(int d) {
        return shifted(d, 1, 0);
    }

    /** For the diagonal covariance proportional to {@code variances} that has trace d. */
    static SquareRoot diagonal(double[] variances) {
        double trace = 0;
        for (double variance : variances) {
            trace += variance;
        }
        float[] scales = new float[variances.length];
        boolean identity = true;
        for (int k = 0; k < scales.length; k++) {
            scales[k] = (float) Math.sqrt(variances[k] / trace * scales.length);
            identity &= scales[k] == 1;
        }
        return new SquareRoot(scales, 0, identity);
    }

    /** {@code scale I + shift 1 1'}. */
    static SquareRoot shifted(int d, double scale, double shift) {
        float[] scales = new float[d];
        Arrays.fill(scales, (float) scale);
        return new SquareRoot(scales, (float) shift, (float) scale == 1 && (float) shift == 0);
    }

    /** The root times a factor. */
    SquareRoot times(double factor) {
        float[] scaled = new float[scales.length];
        boolean isIdentity = shift == 0;
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = (float) (factor * scales[k]);
            isIdentity &= scaled[k] == 1;
        }
        return new SquareRoot(scaled, (float) (factor * shift), isIdentity);
    }

    /** Whether S is the identity, so that nothing needs to be done. */
    public boolean isIdentity() {
        return identity;
    }

    /** Replaces each row g by S g; {@code rows: count x d}. */
    public void apply(float[] rows, int count) {
        if (identity) {
            return;
        }
        int d = scales.length;
        RowScaling kernel = scaling.begin();
        for (int i = 0; i < count; i++) {
            int offset = i * d;
            float common = shift == 0 ? 0 : (float) (shift * sum(rows, offset, d));
            kernel.apply(rows, offset, scales, common);
        }
        scaling.end((double) count * d);
    }

    private static double sum(float[] values, int offset, int count) {
        double sum = 0;
        for (int k = offset; k < offset + count; k++) {
            sum += values[k];
        }
        return sum;
    }
}
