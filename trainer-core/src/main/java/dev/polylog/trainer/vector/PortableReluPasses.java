package dev.polylog.trainer.vector;

import java.util.Arrays;

/** {@code s(h) = max(h, 0)} with {@code s'(0) = 0}, in plain loops. */
public final class PortableReluPasses implements Passes {
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
                    lanes[lane] = Math.fma(Math.max(h[at + lane], 0f), a[block * LANES + lane], lanes[lane]);
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
            float signal = (float) slope;
            for (int block = 0; block < blocks; block++) {
                int at = from + row * rowStride + block * blockStride;
                int to = block * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    float value = h[at + lane];
                    gradient[to + lane] = Math.fma(Math.max(value, 0f), slope, gradient[to + lane]);
                    h[at + lane] = value <= 0 ? 0f : signal;
                }
            }
        }
    }
}
