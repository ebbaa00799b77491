package dev.polylog.trainer.engine;

import dev.polylog.trainer.limit.LabelPlane;
import dev.polylog.trainer.limit.Means;
import dev.polylog.trainer.limit.Recursion;
import dev.polylog.trainer.limit.SummaryStatistics;
import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Theory in the place of SGD: the {@link Recursion} of many dimensions and samples. It draws a start, and a step draws the noise of
 * its minibatch in the plane of the label; everything else is a mean.
 *
 * <p>The network shows the state, rounded: the label plane, then a triangle with the products of the rest.
 */
final class LimitEngine implements Engine {
    private static final int PLANE = LimitRows.PLANE;
    private static final double SQRT2 = Math.sqrt(2);
    /** What is left of a square beyond it is rounding. */
    private static final double TOLERANCE = 1e-12;

    private final TwoLayerNetwork network;
    private final Training training;
    private final SummaryStatistics state;
    private final Recursion recursion;
    private final InputMeans means;
    private final RandomStream noise;
    private final float[] normals;
    private final PivotedCholesky triangle;
    private @Nullable LimitFollower follower;

    LimitEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        int width = network.width();
        if (network.d() != width + PLANE) {
            throw new IllegalArgumentException("Invalid network: " + network.d() + " columns (expected "
                    + (width + PLANE) + ", drawn from the rows of the engine)");
        }
        LabelPlane plane = LabelPlane.of(task.inputs()).orElseThrow();
        this.network = network;
        this.training = training;
        this.state = read(network);
        this.recursion = new Recursion(
                plane, state, (double) task.d(), (double) training.batchSize(), training.stepSize(), task.labelNoise());
        this.means = new InputMeans(new Means(plane, state, recursion, task.labelNoise()));
        this.noise = key.stream(Purpose.PROJECTED_REMAINDER, 0);
        this.normals = new float[PLANE * width];
        this.triangle = new PivotedCholesky(width, TOLERANCE);
    }

    /** Bytes of the engine, but for the network. */
    static double bytes(double width, double nodes) {
        return Recursion.bytes(width, nodes) + Float.BYTES * PLANE * width + Double.BYTES * width * width;
    }

    private static SummaryStatistics read(TwoLayerNetwork network) {
        int width = network.width();
        int columns = network.d();
        float[] w = network.hiddenWeights();
        SummaryStatistics state = new SummaryStatistics(width);
        for (int j = 0; j < width; j++) {
            double w1 = w[j * columns];
            double w2 = w[j * columns + 1];
            state.outputs()[j] = network.outputWeights()[j];
            state.s1()[j] = (w1 - w2) / SQRT2;
            state.s2()[j] = (w1 + w2) / SQRT2;
            for (int l = 0; l <= j; l++) {
                double product = 0;
                for (int c = PLANE; c < columns; c++) {
                    product += (double) w[j * columns + c] * w[l * columns + c];
                }
                state.rest()[j * width + l] = product;
                state.rest()[l * width + j] = product;
            }
        }
        return state;
    }

    @Override
    public double step(long step) {
        double loss = recursion.differentiate();
        if (training.movesFirst(step)) {
            noise.moveTo(step);
            noise.normals(0, normals, normals.length);
            recursion.moveFirst(normals);
            LimitFollower following = follower;
            if (following != null) {
                following.follow(recursion.transition());
            }
            showFirst();
        }
        if (training.movesSecond(step)) {
            recursion.moveOutputs();
            showOutputs();
        }
        return loss;
    }

    @Override
    public TestInputs testInputs(int size) {
        return means;
    }

    @Override
    public Optional<StartProducts> follow() {
        LimitFollower started = new LimitFollower(state);
        follower = started;
        return Optional.of(started);
    }

    @Override
    public boolean keepsAxesOfLabels() {
        return true;
    }

    private void showFirst() {
        int width = state.width();
        int columns = network.d();
        float[] w = network.hiddenWeights();
        triangle.factor(state.rest());
        for (int j = 0; j < width; j++) {
            int from = j * columns;
            w[from] = (float) ((state.s1()[j] + state.s2()[j]) / SQRT2);
            w[from + 1] = (float) ((state.s2()[j] - state.s1()[j]) / SQRT2);
            for (int c = 0; c < width; c++) {
                w[from + PLANE + c] = c < triangle.rank() ? (float) triangle.at(j, c) : 0;
            }
            if (!Double.isFinite(state.rest()[j * width + j])) {
                w[from + PLANE] = Float.NaN;
            }
        }
    }

    private void showOutputs() {
        for (int j = 0; j < state.width(); j++) {
            network.outputWeights()[j] = (float) state.outputs()[j];
        }
    }
}
