package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Recurrence;
import dev.polylog.trainer.random.Bartlett;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SGD on normal inputs and clusters of which the covariance has few eigenspaces, O(m p^2 + p^3) a step for every d and exact in
 * law.
 *
 * <p>Labels, network and all that is observed depend on the weights through their coordinates in the special subspace of
 * {@link dev.polylog.trainer.task.Eigenspaces} and, in each eigenspace outside of it, the Gram matrix of the neurons. So any
 * vectors C (p x p) of that Gram matrix stand for the weights there. A sample is what it is in the span of the neurons, q standard
 * normal, and what it is outside; the gradient has the part {@code D'Q} in the span and, in directions that are new and uniform,
 * one of Gram matrix {@code L T T'L'} with {@code L L' = D'D} and {@code T T'} a Wishart matrix of as many degrees of freedom as there
 * are dimensions outside. After a step {@code [C, L T]} is folded into p columns again.
 *
 * <p>Few samples move the vectors one by one ({@link GramSweep}), many at once ({@link GramFold}). Of momentum the velocities
 * are vectors like the weights.
 */
final class GramEngine implements Engine {
    /** D'D comes from products in single precision: what is below this share of a diagonal element is rounding. */
    private static final double SIGNAL_TOLERANCE = 0x1p-20;
    /** Up to a batch of this share of the vectors, and for one sample, sweeps cost less than a fold. */
    private static final int VECTORS_PER_SWEPT_SAMPLE = 8;

    private final Task task;
    private final TwoLayerNetwork network;
    private final Training training;
    private final StreamKey key;
    private final int width;
    private final int rank;
    private final boolean isOutside;
    private final boolean isSwept;
    private final boolean isFew;
    private final @Nullable ActiveSums active;
    private final Recurrence recurrence;
    private final GramWeights weights;
    private final ProjectedSamples samples;
    private final BackwardPass backward;
    private final Descent descent;
    private final RandomStream outsideStream;
    private final Bartlett bartlett;
    private final float[] chunkProduct;
    private final double[] seenGradient;
    private final double[] specialGradient;
    private final float[] centreProduct;
    private final double[] centreGradient;
    private final double[] push;
    private final double[] drawn;
    private final double[] signalSquare;
    private final PivotedCholesky signal;
    /** Rows of L': D where samples are few. */
    private final double[] factor;

    private final double[] triangle;
    private final double[] noise;
    private final GramSweep sweep;
    private final GramFold fold;
    private @Nullable GramFollower follower;

    GramEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        Workload workload = new Workload(task, network.architecture(), training);
        GramLayout layout = GramLayout.of(workload);
        int batch = training.drawnSamples();
        int vectors = layout.vectors();
        this.task = task;
        this.network = network;
        this.training = training;
        this.key = key;
        this.width = network.width();
        this.rank = layout.columns();
        this.isOutside = layout.isOutside();
        this.isSwept = isOutside && isSwept(layout, batch);
        this.isFew = isOutside && !needsSquare(layout, batch);
        this.recurrence = training.optimizer().recurrence().orElseThrow();
        this.weights = new GramWeights(task, layout, network, key);
        this.samples = ProjectedSamples.training(task, weights, key, batch);
        this.backward = new BackwardPass(network, training.loss(), samples.maxRows());
        this.active = ActiveSums.pay(workload) ? new ActiveSums(width, samples.maxRows()) : null;
        this.descent = new Descent(network, training);
        this.outsideStream = key.stream(Purpose.PROJECTED_REMAINDER, 0);
        int directions = isOutside ? directions(width, batch) : 0;
        this.bartlett = new Bartlett(outsideStream, directions);
        this.chunkProduct = new float[Math.multiplyExact(width, Math.max(width, rank))];
        this.seenGradient = new double[Math.multiplyExact(width, rank)];
        this.specialGradient = new double[width * layout.special()];
        this.centreProduct = new float[2 * width];
        this.centreGradient = new double[2 * width];
        this.push = new double[vectors];
        this.drawn = new double[isSwept ? Math.multiplyExact(batch, rank) : 0];
        this.signalSquare = new double[isOutside && !isFew ? width * width : 0];
        this.signal = new PivotedCholesky(isOutside && !isFew ? width : 0, SIGNAL_TOLERANCE);
        this.factor = new double[Math.multiplyExact(directions, width)];
        this.triangle = new double[directions * directions];
        this.noise = new double[directions * width];
        this.sweep = new GramSweep(vectors, isSwept ? batch : 0);
        this.fold = new GramFold(isOutside && !isSwept ? vectors : 0, directions);
    }

    /** Whether what is outside of the spans moves into them sample by sample. */
    static boolean isSwept(GramLayout layout, long batch) {
        return batch == 1 || batch * VECTORS_PER_SWEPT_SAMPLE <= layout.vectors();
    }

    /** Whether {@code D'D} is factored, because D itself has more rows. */
    static boolean needsSquare(GramLayout layout, long batch) {
        return layout.isOutside() && !isSwept(layout, batch) && batch >= layout.width();
    }

    /** Most new directions in which a step moves the vectors of a span. */
    static int directions(int width, long batch) {
        return (int) Math.min(width, batch);
    }

    /** Bytes of the engine, but for weights, samples and optimiser. */
    static double bytes(GramLayout layout, Workload workload) {
        long batch = workload.training().batchSize();
        double width = layout.width();
        double rank = layout.columns();
        double directions = layout.isOutside() ? directions(layout.width(), batch) : 0;
        boolean isSwept = layout.isOutside() && isSwept(layout, batch);
        int rows = ProjectedSamples.rows(Math.toIntExact(Math.max(layout.columns(), workload.seen())), batch);
        double squares = needsSquare(layout, batch) ? 2 * width * width : 0;
        return Float.BYTES * width * Math.max(width, rank)
                + Double.BYTES
                        * (width * (rank + layout.special() + 2 * directions) + squares + directions * directions)
                + (isSwept
                        ? GramSweep.bytes(layout.vectors(), (double) batch) + Double.BYTES * batch * rank
                        : GramFold.bytes(layout.isOutside() ? layout.vectors() : 0, directions))
                + Bartlett.bytes(directions)
                + BackwardPass.bytes(width, rows)
                + (ActiveSums.pay(workload) ? ActiveSums.bytes(width, rows) : 0);
    }

    @Override
    public double step(long step) {
        descent.begin(step);
        backPropagate(step);
        if (descent.movesFirst()) {
            outsideStream.moveTo(step);
            moveHidden(step);
            descent.moveBiases(backward.biasGradient());
        }
        descent.moveOutputs(backward.outputGradient());
        return backward.loss() / training.batchSize();
    }

    @Override
    public SeenSamples testInputs(int size) {
        return ProjectedSamples.test(task, weights, key, size);
    }

    @Override
    public Optional<StartProducts> follow() {
        int directions = isOutside ? directions(width, training.batchSize()) : 0;
        GramFollower started = new GramFollower(weights, width, directions, key);
        follower = started;
        return Optional.of(started);
    }

    @Override
    public boolean keepsAxesOfLabels() {
        return true;
    }

    /** Draws the minibatch as the network sees it; leaves {@code D'Q} and {@code D'C}, and D or {@code D'D}. */
    private void backPropagate(long step) {
        samples.moveTo(step);
        backward.begin();
        Arrays.fill(seenGradient, 0);
        Arrays.fill(signalSquare, 0);
        Arrays.fill(centreGradient, 0);
        int first = 0;
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            backward.apply(samples.labels(), samples.preActivations(), rows, samples.stride());
            if (descent.movesFirst()) {
                addProducts(rows);
                keep(first, rows);
            }
            first += rows;
        }
    }

    private void addProducts(int rows) {
        float[] d = samples.preActivations();
        int stride = samples.stride();
        ActiveSums sums = active;
        if (sums != null) {
            sums.read(d, stride, backward.slopes(), rows);
            sums.addProduct(samples.drawn(), rank, seenGradient);
            if (isOutside && !isFew) {
                sums.addSquare(d, stride, signalSquare);
            }
        } else {
            Blas.transposedMultiply(d, stride, samples.drawn(), chunkProduct, rows, width, rank);
            add(chunkProduct, seenGradient, width * rank);
            if (isOutside && !isFew) {
                Blas.transposedSquare(d, stride, chunkProduct, rows, width);
                add(chunkProduct, signalSquare, width * width);
            }
        }
        if (samples.haveCentres()) {
            Blas.transposedMultiply(d, stride, samples.centres(), centreProduct, rows, width, 2);
            add(centreProduct, centreGradient, 2 * width);
        }
    }

    /** Keeps D, and Q where samples are swept. */
    private void keep(int first, int rows) {
        for (int i = 0; i < rows && isFew; i++) {
            int from = i * samples.stride();
            int to = (first + i) * width;
            for (int j = 0; j < width; j++) {
                factor[to + j] = samples.preActivations()[from + j];
            }
        }
        int to = first * rank;
        for (int i = 0; i < rows * rank && isSwept; i++) {
            drawn[to + i] = samples.drawn()[i];
        }
    }

    /** Moves the first layer. */
    private void moveHidden(long step) {
        for (int first = 0; first < push.length; first += width) {
            boolean areWeights = first + width == push.length;
            double rate = areWeights ? -(recurrence.gradientRate() + recurrence.velocityRate()) : 1;
            for (int j = 0; j < width; j++) {
                push[first + j] = rate * network.outputWeights()[j] / training.batchSize();
            }
        }
        moveSpecial();
        if (isOutside && !isFew) {
            signal.factor(signalSquare);
            for (int c = 0; c < signal.rank(); c++) {
                signal.copyColumn(c, factor, c * width);
            }
        }
        int chunk = 0;
        for (int i = 0; i < weights.spans().size(); i++) {
            move(i, step, chunk);
            chunk += Bartlett.CHUNKS;
        }
        weights.show();
    }

    /** By {@code (D'Z) A + D'C}. */
    private void moveSpecial() {
        GramSpan special = weights.special();
        int k = special.size();
        double[] root = weights.root();
        for (int j = 0; j < width; j++) {
            for (int c = 0; c < k; c++) {
                double sum = c < 2 ? centreGradient[2 * j + c] : 0;
                for (int l = 0; l < k; l++) {
                    sum += seenGradient[j * rank + l] * root[l * k + c];
                }
                specialGradient[j * k + c] = sum;
            }
        }
        special.coast(recurrence);
        special.push(push, specialGradient, k, 0, width);
    }

    private void move(int number, long step, int chunk) {
        GramSpan span = weights.spans().get(number);
        if (span.outside() == 0) {
            span.coast(recurrence);
            span.push(push, seenGradient, rank, span.from(), width);
            return;
        }
        int directions = isFew ? training.drawnSamples() : signal.rank();
        if (directions > 0) {
            bartlett.draw(chunk, directions, span.outside(), triangle);
        }
        GramFollower following = follower;
        if (directions > 0 && (!isSwept || following != null)) {
            Blas.transposedMultiply(triangle, factor, 0, noise, directions, directions, width);
        }
        if (following != null) {
            following.follow(number, step, recurrence, push, seenGradient, rank, noise, directions);
        }
        span.coast(recurrence);
        if (isSwept) {
            sweep.sweep(span, push, factor, width, drawn, rank, triangle);
            return;
        }
        span.push(push, seenGradient, rank, span.from(), width);
        fold.fold(span, push, noise, directions, width);
    }

    private static void add(float[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] += from[i];
        }
    }
}
