package dev.polylog.trainer.ridge;

/**
 * The tangent kernel of a two-layer ReLU network at its start, in the limit of infinite width:
 *
 * <p>{@code k(x, z) = v_w |x| |z| (sin t + (pi - t) cos t) / (2 pi) + v_a x.z (pi - t) / (2 pi)}, t the angle between x and z.
 *
 * <p>For {@code f(x) = (1/p) sum_j a_j relu(w_j . x)} it is {@code p} times the product of the gradients of f at x and at z:
 * the first term, {@code E relu(w.x) relu(w.z)}, is that of the output weights, the second,
 * {@code E a^2 x.z 1[w.x > 0] 1[w.z > 0]}, that of the hidden ones. The law of w must be isotropic; then only its second
 * moment matters, because ReLU is homogeneous: weights uniform on the sphere of radius theta have
 * {@code v_w = theta^2 / d}, normal ones their variance. A layer that is not trained has no term.
 *
 * <p>The terms are half the arc-cosine kernels of order 1 and 0 of Cho and Saul, "Kernel methods for deep learning", 2009;
 * their sum is the kernel of Jacot, Gabriel and Hongler, "Neural tangent kernel", 2018.
 *
 * @param hiddenVariance v_w, mean square of a coordinate of a hidden weight; 0 if output weights are not trained
 * @param outputVariance v_a, mean square of an output weight; 0 if hidden weights are not trained
 */
public record ArcCosineKernel(double hiddenVariance, double outputVariance) {
    public ArcCosineKernel {
        boolean areValid = hiddenVariance >= 0
                && outputVariance >= 0
                && Double.isFinite(hiddenVariance + outputVariance)
                && hiddenVariance + outputVariance > 0;
        if (!areValid) {
            throw new IllegalArgumentException("Invalid kernel: " + hiddenVariance + " and " + outputVariance
                    + " (expected variances of which one is more than 0)");
        }
    }

    /** The kernel of two inputs from their product and their lengths. */
    public double of(double product, double length, double otherLength) {
        double scale = length * otherLength;
        if (scale == 0) {
            return 0;
        }
        double cosine = Math.max(-1, Math.min(1, product / scale));
        double gate = (Math.PI - StrictMath.acos(cosine)) / (2 * Math.PI);
        double sine = Math.sqrt((1 - cosine) * (1 + cosine));
        return hiddenVariance * scale * (sine / (2 * Math.PI) + cosine * gate) + outputVariance * product * gate;
    }
}
