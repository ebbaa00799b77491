package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * SGD on normal inputs and clusters without the minibatch, O((m + d) p^2) a step and exact in law.
 *
 * <p>A row of the inputs is {@code x = O (c + A g)} with g standard normal, c a centre or zero, and O the basis. Labels and
 * network see g through {@code B'g} only, with {@code B = U R} as in {@link Subspace}. So Q = G U (m x rank) is drawn,
 * standard normal, and gives labels, pre-activations and the back-propagated signal D (m x p). Given those, the rest
 * {@code G (I - U U')} of the inputs is still normal and independent of them, and the gradient needs of it only
 * {@code D'G (I - U U')}, which has the law of {@code L Z (I - U U')} with {@code L L' = D'D} and Z (p x d) standard normal.
 * Hence, with the centres in the rows of C,
 *
 * <pre>
 * D'X  ~  ((D'Q U' + L Z (I - U U')) A + D'C) O'  =  (((D'Q - L Z U) U' + L Z) A + D'C) O'
 * </pre>
 *
 * <p>Sums over samples and coordinates are in single precision within a chunk or tile and in double across them.
 */
final class ProjectedEngine implements Engine {
    /** D'D comes from products in single precision: what is below this share of a diagonal element is rounding. */
    private static final double SIGNAL_TOLERANCE = 0x1p-20;

    private final Task task;
    private final TwoLayerNetwork network;
    private final Training training;
    private final StreamKey key;
    private final Projection projection;
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
    private final float[] centreProduct;
    private final float[] centreGradient;
    private final Descent descent;

    ProjectedEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        int width = network.width();
        this.task = task;
        this.network = network;
        this.training = training;
        this.key = key;
        this.projection = new Projection(task, network, key);
        this.subspace = projection.subspace();
        this.samples = ProjectedSamples.training(task, projection, key, training.drawnSamples());
        this.backward = new BackwardPass(network, training.loss(), samples.maxRows());
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
        this.centreProduct = new float[2 * width];
        this.centreGradient = new float[2 * width];
        this.descent = new Descent(network, training);
    }

    /** Bytes of the engine, but for projection, samples and optimiser. */
    static double bytes(Workload workload) {
        double width = workload.width();
        int seen = Math.toIntExact(workload.seen());
        int rows = ProjectedSamples.rows(seen, workload.training().batchSize());
        double tile = Subspace.tileColumns(seen, workload.task().d());
        return Float.BYTES * (workload.weights() + width * (2.0 * seen + width + tile))
                + Double.BYTES * width * (2.0 * seen + 3 * width)
                + BackwardPass.bytes(width, rows);
    }

    @Override
    public double step(long step) {
        descent.begin(step);
        backPropagate(step);
        if (descent.movesFirst()) {
            signal.factor(signalSquare);
            drawRemainder(step);
            descend();
            descent.moveBiases(backward.biasGradient());
            projection.expire();
        }
        descent.moveOutputs(backward.outputGradient());
        return backward.loss() / training.batchSize();
    }

    @Override
    public SeenSamples testInputs(int size) {
        return ProjectedSamples.test(task, projection, key, size);
    }

    /** Draws the minibatch as the network sees it; leaves {@code D'Q}, {@code D'D} and {@code D'C}. */
    private void backPropagate(long step) {
        samples.moveTo(step);
        backward.begin();
        Arrays.fill(seenGradient, 0);
        Arrays.fill(signalSquare, 0);
        Arrays.fill(centreGradient, 0);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            backward.apply(samples.labels(), samples.preActivations(), rows, samples.stride());
            if (descent.movesFirst()) {
                addProducts(rows);
            }
        }
    }

    private void addProducts(int rows) {
        int width = network.width();
        float[] signals = samples.preActivations();
        int stride = samples.stride();
        Blas.transposedMultiply(signals, stride, samples.drawn(), chunkProduct, rows, width, subspace.rank());
        add(chunkProduct, seenGradient, width * subspace.rank());
        Blas.transposedSquare(signals, stride, chunkProduct, rows, width);
        add(chunkProduct, signalSquare, width * width);
        if (samples.haveCentres()) {
            Blas.transposedMultiply(signals, stride, samples.centres(), centreProduct, rows, width, 2);
            for (int i = 0; i < 2 * width; i++) {
                centreGradient[i] += centreProduct[i];
            }
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

    /** Moves the first layer. */
    private void descend() {
        LatentWeights weights = projection.weights();
        int width = network.width();
        for (int tile = 0; tile < remainder.length; tile++) {
            int columns = subspace.columns(tile);
            int from = tile * subspace.columns(0);
            Blas.multiply(seen, subspace.tile(tile), 0f, tileGradient, width, subspace.rank(), columns);
            if (signal.rank() > 0) {
                Blas.multiply(signalFactor, remainder[tile], 1f, tileGradient, width, signal.rank(), columns);
            }
            if (weights.areWeights()) {
                descent.moveHidden(tileGradient, from, columns);
            } else {
                weights.putGradient(tileGradient, from, columns);
            }
        }
        if (!weights.areWeights()) {
            descent.moveHidden(weights.gradient(centreGradient), 0, network.d());
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
