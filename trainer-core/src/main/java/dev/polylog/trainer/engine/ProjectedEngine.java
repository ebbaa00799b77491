package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.SquareRoot;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * SGD on Gaussian inputs without the minibatch, O((m + d) p^2) a step and exact in law.
 *
 * <p>A row of the inputs is {@code x = S g} with g standard normal. Labels and network see g through {@code B'g} only, with
 * {@code B = U R} as in {@link Subspace}. So Q = G U (m x rank) is drawn, standard normal, and gives labels,
 * pre-activations and the back-propagated signal D (m x p). Given those, the rest {@code G (I - U U')} of the inputs is
 * still normal and independent of them, and the gradient needs of it only {@code D'G (I - U U')}, which has the law of
 * {@code L Z (I - U U')} with {@code L L' = D'D} and Z (p x d) standard normal. Hence
 *
 * <pre>
 * D'X  ~  (D'Q U' + L Z (I - U U')) S  =  ((D'Q - L Z U) U' + L Z) S
 * </pre>
 *
 * Sums over samples and coordinates are in single precision within a chunk or tile and in double across them.
 */
final class ProjectedEngine implements Engine {
    /** D'D comes from products in single precision: what is below this share of a diagonal element is rounding. */
    private static final double SIGNAL_TOLERANCE = 0x1p-20;

    private final TwoLayerNetwork network;
    private final Sgd sgd;
    private final SquareRoot root;
    private final Subspace subspace;
    private final ProjectedSamples samples;
    private final BackwardPass backward;
    private final RandomStream remainderStream;
    private final float[] chunkProduct;
    private final double[] seenGradient;
    private final double[] signalSquare;
    private final PivotedCholesky signal;
    private final float[] signalFactor;
    private final float[][] remainder;
    private final double[] remainderSeen;
    private final double[] left;
    private final float[] seen;
    private final float[] tileGradient;
    private final double[] gradientSums;

    ProjectedEngine(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        int width = network.width();
        this.network = network;
        this.sgd = sgd;
        this.root = task.covarianceRoot();
        this.subspace = new Subspace(width, task.target().coordinates(), root);
        this.samples = new ProjectedSamples(task, subspace, key, sgd.batchSize());
        this.backward = new BackwardPass(network, samples.maxRows());
        this.remainderStream = key.stream(Purpose.PROJECTED_REMAINDER, 0);
        this.chunkProduct = new float[width * subspace.size()];
        this.seenGradient = new double[width * subspace.size()];
        this.signalSquare = new double[width * width];
        this.signal = new PivotedCholesky(width, SIGNAL_TOLERANCE);
        this.signalFactor = new float[width * width];
        this.remainder = new float[subspace.tiles()][];
        for (int tile = 0; tile < remainder.length; tile++) {
            remainder[tile] = new float[Math.multiplyExact(width, subspace.columns(tile))];
        }
        this.remainderSeen = new double[width * subspace.size()];
        this.left = new double[width * width];
        this.seen = new float[width * subspace.size()];
        this.tileGradient = new float[width * subspace.columns(0)];
        this.gradientSums = new double[width];
    }

    @Override
    public double step(long step) {
        subspace.span(network.hiddenWeights());
        backPropagate(step);
        signal.factor(signalSquare);
        drawRemainder(step);
        descend();
        return backward.loss() / sgd.batchSize();
    }

    /** Draws the minibatch as the network sees it; leaves {@code D'Q} and {@code D'D}. */
    private void backPropagate(long step) {
        int width = network.width();
        int size = subspace.size();
        samples.moveTo(step);
        backward.begin();
        Arrays.fill(seenGradient, 0);
        Arrays.fill(signalSquare, 0);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            float[] signals = samples.products();
            backward.apply(samples.labels(), signals, rows, size);
            Blas.transposedMultiply(signals, size, samples.coordinates(), chunkProduct, rows, width, subspace.rank());
            add(chunkProduct, seenGradient, width * subspace.rank());
            Blas.transposedSquare(signals, size, chunkProduct, rows, width);
            add(chunkProduct, signalSquare, width * width);
        }
    }

    /** Draws Z, as many rows as D'D has rank; leaves {@code Z U}, L and {@code D'Q - L Z U}. */
    private void drawRemainder(long step) {
        int width = network.width();
        int rank = subspace.rank();
        int noiseRank = signal.rank();
        Arrays.fill(remainderSeen, 0);
        remainderStream.moveTo(step);
        if (noiseRank > 0) {
            for (int tile = 0; tile < remainder.length; tile++) {
                int columns = subspace.columns(tile);
                remainderStream.normals(tile, remainder[tile], noiseRank * columns);
                Blas.multiplyTransposed(remainder[tile], subspace.tile(tile), chunkProduct, noiseRank, columns, rank);
                add(chunkProduct, remainderSeen, noiseRank * rank);
            }
            for (int j = 0; j < width; j++) {
                for (int i = 0; i < noiseRank; i++) {
                    left[j * noiseRank + i] = -signal.at(j, i);
                    signalFactor[j * noiseRank + i] = (float) signal.at(j, i);
                }
            }
            Blas.multiply(left, remainderSeen, 1, seenGradient, width, noiseRank, rank);
        }
        for (int i = 0; i < width * rank; i++) {
            seen[i] = (float) seenGradient[i];
        }
    }

    /** Takes the step of both layers, both from the parameters before it. */
    private void descend() {
        double rate = sgd.stepSize() / sgd.batchSize();
        Arrays.fill(gradientSums, 0);
        for (int tile = 0; tile < remainder.length; tile++) {
            int columns = subspace.columns(tile);
            Blas.multiply(seen, subspace.tile(tile), 0f, tileGradient, network.width(), subspace.rank(), columns);
            if (signal.rank() > 0) {
                Blas.multiply(signalFactor, remainder[tile], 1f, tileGradient, network.width(), signal.rank(), columns);
            }
            descend(rate, tile * subspace.columns(0), columns);
        }
        shift(rate);
        for (int j = 0; j < network.width(); j++) {
            backward.descend(rate, j);
        }
    }

    /** Moves the first layer by the gradient times {@code diag(s)}, on the coordinates of a tile. */
    private void descend(double rate, int from, int columns) {
        float[] w = network.hiddenWeights();
        float[] scales = root.scales();
        for (int j = 0; j < network.width(); j++) {
            float hiddenRate = (float) (rate * network.outputWeights()[j]);
            int offset = j * network.d() + from;
            int row = j * columns;
            for (int k = 0; k < columns; k++) {
                w[offset + k] -= hiddenRate * (scales[from + k] * tileGradient[row + k]);
            }
            if (root.shift() != 0) {
                for (int k = row; k < row + columns; k++) {
                    gradientSums[j] += tileGradient[k];
                }
            }
        }
    }

    /** Moves the first layer by the gradient times {@code c 1 1'}. */
    private void shift(double rate) {
        if (root.shift() == 0) {
            return;
        }
        float[] w = network.hiddenWeights();
        for (int j = 0; j < network.width(); j++) {
            float move = (float) (rate * network.outputWeights()[j] * root.shift() * gradientSums[j]);
            for (int k = j * network.d(); k < (j + 1) * network.d(); k++) {
                w[k] -= move;
            }
        }
    }

    private static void add(float[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] += from[i];
        }
    }

    /** For tests: B = U R. */
    Subspace subspace() {
        return subspace;
    }

    /** For tests: L L' = D'D. */
    PivotedCholesky signal() {
        return signal;
    }
}
