package dev.polylog.trainer.network;

import dev.polylog.trainer.vector.Passes;
import java.util.Arrays;

/**
 * The passes of any activation, one neuron at a time.
 *
 * @param activation s, evaluated in double
 */
record PointwisePasses(Activation activation) implements Passes {
    @Override
    public void outputs(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] a,
            double[] lanes,
            double[] out) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(lanes, 0);
            for (int block = 0; block < blocks; block++) {
                int at = from + row * rowStride + block * blockStride;
                for (int lane = 0; lane < LANES; lane++) {
                    lanes[lane] += activation.value(h[at + lane]) * a[block * LANES + lane];
                }
            }
            for (int width = LANES / 2; width > 0; width >>= 1) {
                for (int lane = 0; lane < width; lane++) {
                    lanes[lane] += lanes[lane + width];
                }
            }
            out[row] = lanes[0];
        }
    }

    @Override
    public void backPropagate(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] slopes,
            double[] gradient) {
        for (int row = 0; row < rows; row++) {
            double slope = slopes[row];
            for (int block = 0; block < blocks; block++) {
                int at = from + row * rowStride + block * blockStride;
                int to = block * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    float value = h[at + lane];
                    gradient[to + lane] += activation.value(value) * slope;
                    h[at + lane] = (float) (activation.slope(value) * slope);
                }
            }
        }
    }
}
