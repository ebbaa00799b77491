package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.FreshSamples;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;

/** Clean test samples in memory, and their products with the weights. */
final class DenseSeenSamples implements SeenSamples {
    private final TwoLayerNetwork network;
    private final FreshSamples samples;
    private final int labelCoordinates;
    private final float[] preActivations;

    DenseSeenSamples(Task task, TwoLayerNetwork network, StreamKey key, int size) {
        this.network = network;
        this.samples = Samples.test(task, key, size);
        this.labelCoordinates = task.target().coordinates();
        this.preActivations = new float[Math.multiplyExact(samples.maxRows(), network.width())];
    }

    /** Bytes of {@code size} samples and their products. */
    static double bytes(Workload workload, long size) {
        double rows = Samples.rows(workload.task().d(), size);
        return FreshSamples.bytes(workload.task(), size) + Float.BYTES * rows * workload.width();
    }

    /** The longest array of {@code size} samples and their products. */
    static Extent longestArray(Workload workload, long size) {
        long d = workload.task().d();
        long rows = Samples.rows(d, size);
        return Extent.longest(
                new Extent("d", d, "a chunk of " + rows + " samples", rows * d),
                new Extent(
                        "width",
                        workload.width(),
                        "pre-activations of " + rows + " samples",
                        rows * workload.width() + Passes.MARGIN));
    }

    @Override
    public void moveTo(long step) {
        samples.moveTo(step);
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public int chunks() {
        return samples.chunks();
    }

    @Override
    public int draw(int chunk) {
        int rows = samples.draw(chunk);
        network.preActivations(samples.inputs(), rows, preActivations);
        return rows;
    }

    @Override
    public float[] preActivations() {
        return preActivations;
    }

    @Override
    public int stride() {
        return network.width();
    }

    @Override
    public double coordinate(int row, int k) {
        return samples.coordinates()[row * labelCoordinates + k];
    }

    @Override
    public float[] labels() {
        return samples.labels();
    }
}
