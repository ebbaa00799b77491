package dev.polylog.trainer.limit;

import java.util.Random;

/** States of networks for tests. */
final class Networks {
    private Networks() {}

    /** A start on the sphere in d dimensions; equal seeds have equal directions in the label plane in all of them. */
    static SummaryStatistics start(int width, double d, double theta, long seed) {
        SummaryStatistics state = new SummaryStatistics(width);
        Random plane = new Random(seed);
        Random others = new Random(seed + 1);
        double[][] triangle = new double[width][width];
        for (int j = 0; j < width; j++) {
            for (int c = 0; c < j; c++) {
                triangle[j][c] = others.nextGaussian();
            }
            // A chi-square of many degrees.
            triangle[j][j] = StrictMath.sqrt(d - 2 - j + StrictMath.sqrt(2 * (d - 2 - j)) * others.nextGaussian());
        }
        for (int j = 0; j < width; j++) {
            double x1 = plane.nextGaussian();
            double x2 = plane.nextGaussian();
            double square = x1 * x1 + x2 * x2;
            for (int c = 0; c <= j; c++) {
                square += triangle[j][c] * triangle[j][c];
            }
            double radius = theta / StrictMath.sqrt(square);
            state.outputs()[j] = plane.nextBoolean() ? theta : -theta;
            state.s1()[j] = radius * x1;
            state.s2()[j] = radius * x2;
            for (int c = 0; c <= j; c++) {
                triangle[j][c] *= radius;
            }
        }
        for (int j = 0; j < width; j++) {
            for (int l = 0; l < width; l++) {
                double product = 0;
                for (int c = 0; c <= Math.min(j, l); c++) {
                    product += triangle[j][c] * triangle[l][c];
                }
                state.rest()[j * width + l] = product;
            }
        }
        return state;
    }
}
