package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.Blas;

/**
 * Some inputs in double precision, as one side of a block of kernel values.
 *
 * <p>In single precision, inputs that are equal would be seen at an angle of 10^-4, and the order 0 of the kernel, which has a
 * vertical slope there, would no longer be positive definite.
 */
final class KernelRows {
    private final ArcCosineKernel kernel;
    private final int count;
    private final int d;
    private final double[] inputs;
    private final double[] lengths;

    private KernelRows(ArcCosineKernel kernel, float[] rows, int count, int d) {
        this.kernel = kernel;
        this.count = count;
        this.d = d;
        this.inputs = new double[count * d];
        this.lengths = new double[count];
        for (int i = 0; i < count; i++) {
            double square = 0;
            for (int k = i * d; k < (i + 1) * d; k++) {
                inputs[k] = rows[k];
                square += inputs[k] * inputs[k];
            }
            lengths[i] = Math.sqrt(square);
        }
    }

    /** @param rows count x d */
    static KernelRows of(ArcCosineKernel kernel, float[] rows, int count, int d) {
        return new KernelRows(kernel, rows, count, d);
    }

    static KernelRows of(ArcCosineKernel kernel, TrainingSet samples, int first, int count) {
        return new KernelRows(kernel, samples.inputs(first, count), count, samples.d());
    }

    /**
     * Writes the kernel of these inputs and others to a block of a larger matrix.
     *
     * @param values count x others, from {@code from} on in rows of {@code stride} elements
     */
    void write(KernelRows others, double[] values, int from, int stride) {
        double[] products = new double[count * others.count];
        Blas.multiplyTransposed(inputs, others.inputs, 0, products, count, d, others.count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < others.count; j++) {
                values[from + i * stride + j] =
                        kernel.of(products[i * others.count + j], lengths[i], others.lengths[j]);
            }
        }
    }
}
