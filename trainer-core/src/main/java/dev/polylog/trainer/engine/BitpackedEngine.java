package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.LossPass;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.PackedSamples;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;
import dev.polylog.trainer.vector.PortableSignTables;
import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.SignTables;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.VectorSignTables;
import java.util.Arrays;

/**
 * SGD on the Boolean cube by the method of four Russians: a product with a vector of signs is a sum of d / 8 entries of
 * tables, O(m d p / 8) additions a step and no multiplication.
 *
 * <p>For eight coordinates and sixteen neurons, a table holds the 256 sums {@code +-w_0 +-w_1 ... +-w_7}; a byte of a
 * sample selects the one that belongs to its pre-activation. The gradient D'X goes the other way: each row of D is added to
 * the bin that the byte selects, and at the end the 256 bins are folded with the signs of each coordinate. Tables and bins
 * of a pass fit in the first two levels of cache, rows stream past them.
 *
 * <p>The samples are those of the dense engine, bit for bit, and so is the formula of a step; only the order of the sums
 * differs, and it is fixed.
 *
 * <p>Reference: Arlazarov, Dinic, Kronrod and Faradzev, "On economical construction of the transitive closure of a directed
 * graph", 1970.
 */
final class BitpackedEngine implements Engine {
    private static final int LANES = Passes.LANES;
    private static final int WORD = 32;

    /** Long enough to be aligned by the usual collector with heaps of up to 16 GB. */
    private static final int ALIGNED_LENGTH = 1 << 20;

    /** Shared by all runs of this process; what it decides has no influence on bits. */
    private static final Race RACE = new Race();

    private final Raced<SignTables> tables =
            Raced.of(new PortableSignTables(), Simd.isPresent() ? new VectorSignTables() : null, RACE);
    private final Raced<Passes> passes;
    private final Task task;
    private final TwoLayerNetwork network;
    private final Training training;
    private final StreamKey key;
    private final Descent descent;
    private final PackedSamples samples;
    private final int blocks;
    private final int blockStride;
    private final float[] weights = new float[WORD * LANES];
    private final float[] nibbles = new float[2 * SignTables.NIBBLE];
    /** Tables, bins and pre-activations: one array, so that it is large enough to be aligned. */
    private final float[] work;

    private final double[] lanes = new double[LANES];
    private final double[] outputs;
    private final LossPass losses;
    private final double[] paddedOutputWeights;
    private final double[] outputGradient;
    private final double[] biasGradient;
    private final float[] hiddenGradient;

    BitpackedEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        this.task = task;
        this.network = network;
        this.training = training;
        this.key = key;
        this.descent = new Descent(network, training);
        this.passes = network.architecture().activation().passes();
        this.samples = new PackedSamples(task, key, training.drawnSamples());
        this.blocks = Passes.padded(network.width()) / LANES;
        this.blockStride = samples.maxRows() * LANES;
        this.work = new float[alignedLength(task.d(), network.width(), samples.maxRows())];
        this.outputs = new double[samples.maxRows()];
        this.losses = training.loss().pass(samples.maxRows());
        this.paddedOutputWeights = new double[blocks * LANES];
        this.outputGradient = new double[blocks * LANES];
        this.biasGradient = new double[network.biases().length];
        this.hiddenGradient = new float[network.hiddenWeights().length];
    }

    /** Tables, bins, and the pre-activations of as many samples, with blocks of neurons one after the other. */
    static long workLength(int width, int rows) {
        return SignTables.ROWS + Passes.MARGIN + (long) Passes.padded(width) * rows;
    }

    private static int alignedLength(long d, int width, int rows) {
        int length = Math.toIntExact(workLength(width, rows));
        boolean pays = (double) d * Passes.padded(width) * rows > ALIGNED_LENGTH * 64.0;
        return pays ? Math.max(length, ALIGNED_LENGTH) : length;
    }

    /** Bytes of the engine, but for samples and optimiser. */
    static double bytes(Workload workload) {
        long d = workload.task().d();
        int width = workload.width();
        int rows = PackedSamples.maxRows(d, workload.training().batchSize());
        return Float.BYTES * (alignedLength(d, width, rows) + workload.weights()) + BackwardPass.bytes(width, rows);
    }

    private int from(int block) {
        return SignTables.ROWS + block * blockStride;
    }

    @Override
    public double step(long step) {
        SignTables kernel = tables.begin();
        double loss = step(step, kernel);
        tables.end((double) training.batchSize() * hiddenGradient.length);
        return loss;
    }

    private double step(long step, SignTables kernel) {
        samples.moveTo(step);
        descent.begin(step);
        for (int j = 0; j < network.width(); j++) {
            paddedOutputWeights[j] = network.outputWeights()[j];
        }
        Arrays.fill(outputGradient, 0);
        Arrays.fill(biasGradient, 0);
        double loss = 0;
        for (int slab = 0; slab < samples.slabs(); slab++) {
            int rows = samples.draw(slab);
            multiply(kernel, rows);
            loss += backPropagate(rows);
            if (descent.movesFirst()) {
                transposedMultiply(kernel, rows, slab == 0);
            }
        }
        descent.moveHidden(hiddenGradient, 0, network.d());
        descent.moveBiases(biasGradient);
        descent.moveOutputs(outputGradient);
        return loss / training.batchSize();
    }

    /** Pre-activations {@code H = X W'} of a slab. */
    private void multiply(SignTables kernel, int rows) {
        for (int block = 0; block < blocks; block++) {
            int from = from(block);
            fillWithBiases(block, from, rows);
            for (int word = 0; word < samples.wordsPerRow(); word++) {
                gatherWeights(block, word);
                kernel.tables(weights, nibbles, work);
                kernel.addEntries(samples.words(), word * samples.maxRows(), rows, work, from);
            }
        }
    }

    /** The rows of a block before the first product is added: the biases of its neurons, or zero. */
    private void fillWithBiases(int block, int from, int rows) {
        Arrays.fill(work, from, from + rows * LANES, 0);
        int neurons = Math.min(LANES, network.biases().length - block * LANES);
        for (int row = 0; row < rows && neurons > 0; row++) {
            System.arraycopy(network.biases(), block * LANES, work, from + row * LANES, neurons);
        }
    }

    /** The weights of 32 coordinates and sixteen neurons, coordinates by rows; zero beyond the last of either. */
    private void gatherWeights(int block, int word) {
        int d = network.d();
        int coordinates = Math.min(WORD, d - word * WORD);
        int neurons = Math.min(LANES, network.width() - block * LANES);
        if (coordinates < WORD || neurons < LANES) {
            Arrays.fill(weights, 0);
        }
        for (int j = 0; j < neurons; j++) {
            int from = (block * LANES + j) * d + word * WORD;
            for (int k = 0; k < coordinates; k++) {
                weights[k * LANES + j] = network.hiddenWeights()[from + k];
            }
        }
    }

    /** Replaces the pre-activations of a slab by D and returns the sum of its losses. */
    private double backPropagate(int rows) {
        Passes kernel = passes.begin();
        kernel.outputs(work, from(0), LANES, blockStride, blocks, rows, paddedOutputWeights, lanes, outputs);
        double divisor = network.architecture().divisor();
        double loss = losses.differentiate(samples.labels(), outputs, rows, divisor, 0);
        kernel.backPropagate(work, from(0), LANES, blockStride, blocks, rows, outputs, outputGradient);
        passes.end((double) rows * network.width());
        for (int j = 0; j < biasGradient.length; j++) {
            int from = from(j / LANES) + j % LANES;
            for (int row = 0; row < rows; row++) {
                biasGradient[j] += work[from + row * LANES];
            }
        }
        return loss;
    }

    /** The gradient {@code D'X} of a slab, added to that of the slabs before. */
    private void transposedMultiply(SignTables kernel, int rows, boolean isFirst) {
        for (int block = 0; block < blocks; block++) {
            for (int word = 0; word < samples.wordsPerRow(); word++) {
                for (int pair = 0; pair < 2; pair++) {
                    kernel.scatter(work, from(block), samples.words(), word * samples.maxRows(), rows, 16 * pair);
                    // The table of weights is free now, and holds the gradient of the same weights.
                    kernel.fold(work, 0, nibbles, weights, 16 * pair * LANES);
                    kernel.fold(work, 1, nibbles, weights, (16 * pair + 8) * LANES);
                }
                spreadGradient(block, word, isFirst);
            }
        }
    }

    private void spreadGradient(int block, int word, boolean isFirst) {
        int d = network.d();
        int coordinates = Math.min(WORD, d - word * WORD);
        int neurons = Math.min(LANES, network.width() - block * LANES);
        for (int j = 0; j < neurons; j++) {
            int to = (block * LANES + j) * d + word * WORD;
            for (int k = 0; k < coordinates; k++) {
                float sum = weights[k * LANES + j];
                hiddenGradient[to + k] = isFirst ? sum : hiddenGradient[to + k] + sum;
            }
        }
    }

    @Override
    public SeenSamples testInputs(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
