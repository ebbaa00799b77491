package dev.polylog.trainer.engine;

import dev.polylog.trainer.vector.VectorLanes;
import dev.polylog.trainer.vector.VectorTables;

/** Blocks of neurons in vector registers. */
final class VectorLaneKernel implements LaneKernel {
    @Override
    public void tables(float[] weights, float[] nibbles, float[] work) {
        VectorTables.tables(weights, nibbles, work);
    }

    @Override
    public void addEntries(int[] words, int wordsFrom, int rows, float[] work, int from) {
        VectorTables.addEntries(words, wordsFrom, rows, work, from);
    }

    @Override
    public void scatter(float[] work, int from, int[] words, int wordsFrom, int rows, int shift) {
        VectorTables.scatter(work, from, words, wordsFrom, rows, shift);
    }

    @Override
    public void fold(float[] work, int table, float[] nibbles, float[] sums, int sumsFrom) {
        VectorTables.fold(work, table, nibbles, sums, sumsFrom);
    }

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
        VectorLanes.outputs(h, from, rowStride, blockStride, blocks, rows, a, lanes, out);
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
        VectorLanes.backPropagate(h, from, rowStride, blockStride, blocks, rows, slopes, gradient);
    }
}
