package dev.polylog.trainer.engine;

import dev.polylog.trainer.vector.VectorLanes;

/** Blocks of neurons in vector registers. */
final class VectorLaneKernel implements LaneKernel {
    @Override
    public void tables(float[] weights, float[] nibbles, float[] tables) {
        VectorLanes.tables(weights, nibbles, tables);
    }

    @Override
    public void addEntries(float[] tables, int[] words, int wordsFrom, int rows, float[] h, int from) {
        VectorLanes.addEntries(tables, words, wordsFrom, rows, h, from);
    }

    @Override
    public void scatter(float[] d, int from, int[] words, int wordsFrom, int rows, int shift, float[] bins) {
        VectorLanes.scatter(d, from, words, wordsFrom, rows, shift, bins);
    }

    @Override
    public void fold(float[] bins, int from, float[] nibbles, float[] sums, int sumsFrom) {
        VectorLanes.fold(bins, from, nibbles, sums, sumsFrom);
    }

    @Override
    public void outputs(
            float[] h, int rowStride, int blockStride, int blocks, int rows, double[] a, double[] lanes, double[] out) {
        VectorLanes.outputs(h, rowStride, blockStride, blocks, rows, a, lanes, out);
    }

    @Override
    public void backPropagate(
            float[] h, int from, int rowStride, int rows, double[] slopes, double[] gradient, int gradientFrom) {
        VectorLanes.backPropagate(h, from, rowStride, rows, slopes, gradient, gradientFrom);
    }
}
