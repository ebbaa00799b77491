package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Matrices;
import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectedEngineTest extends StepContract {
    private static final double NOISE = 0.2;

    @Override
    EngineType type() {
        return EngineType.PROJECTED;
    }

    static Stream<InputLaw> laws() {
        return Stream.of(new InputLaw.Gaussian());
    }

    /** d, width, batch size: p below and above d, m below p, several chunks of samples, several tiles of coordinates. */
    static Stream<Arguments> shapes() {
        int[][] shapes = {
            {2, 1, 1}, {2, 3, 4}, {7, 5, 33}, {5, 20, 60}, {40, 16, 9}, {30, 12, 5000}, {1700, 40, 30}, {7, 1, 2}
        };
        return Stream.of(
                        new Covariance.Isotropic(),
                        new Covariance.PowerLaw(),
                        new Covariance.TwoLevel(),
                        new Covariance.Spiked(),
                        new Covariance.Equicorrelated())
                .flatMap(shape -> Stream.of(shapes).map(s -> Arguments.of(shape, s[0], s[1], s[2])));
    }

    /**
     * For any G: what labels and network see of X = G S is Q R with Q = G U, and {@code D'X = (D'Q U' + D'G (I - U U')) S}.
     * Both to the rounding of the factors, which are in single precision.
     */
    @ParameterizedTest
    @MethodSource("shapes")
    void theSubspaceHoldsAllThatIsSeenOfExplicitInputs(Covariance shape, int d, int width, int batchSize) {
        Task task = task(shape, d, 0);
        TwoLayerNetwork network = start(width, d);
        Subspace subspace = SubspaceTest.span(task.covarianceRoot(), network.hiddenWeights(), width);
        int m = Math.min(batchSize, 50);
        double[][] g = Matrices.normals(new Random(d), m, d);
        double[][] s = SubspaceTest.matrix(task.covarianceRoot(), d);
        double[][] x = Matrices.product(g, s);
        double[][] u = SubspaceTest.orthonormal(subspace, d);
        double[][] q = Matrices.product(g, u);
        double[][] seen = Matrices.product(q, Matrices.of(subspace.factor(), subspace.rank(), width + 2));
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < width; j++) {
                double preActivation = 0;
                for (int k = 0; k < d; k++) {
                    preActivation += network.hiddenWeights()[j * d + k] * x[i][k];
                }
                assertThat(seen[i][j]).isCloseTo(preActivation, within(3e-5 * Math.sqrt(d)));
            }
            assertThat(seen[i][width]).isCloseTo(x[i][0], within(3e-5 * Math.sqrt(d)));
            assertThat(seen[i][width + 1]).isCloseTo(x[i][1], within(3e-5 * Math.sqrt(d)));
            y[i] = -Math.signum(x[i][0] * x[i][1]);
        }
        double[][] signal = Matrices.transpose(signal(NaiveNetwork.of(network), seen, y));
        double[][] hidden = Matrices.sum(g, -1, Matrices.product(q, Matrices.transpose(u)));
        double[][] gradient = Matrices.sum(
                Matrices.product(Matrices.product(signal, q), Matrices.transpose(u)),
                1,
                Matrices.product(signal, hidden));
        double tolerance = 3e-5 * Math.sqrt(d) * m;
        assertThat(Matrices.distance(Matrices.product(gradient, s), Matrices.product(signal, x)))
                .isLessThan(tolerance);
    }

    /** The step from the same random numbers and the factors of the engine, in double and by definition. */
    @ParameterizedTest
    @MethodSource("shapes")
    void aStepIsTheFormula(Covariance shape, int d, int width, int m) {
        checkSteps(task(shape, d, NOISE), start(width, d), new Training(m, 0.7));
    }

    static Stream<Arguments> axes() {
        return AxesTest.combinations();
    }

    /** The gradient's law is that given the weights and D, whatever made D of what is seen. */
    @ParameterizedTest
    @MethodSource("axes")
    void aStepIsTheFormulaOnEveryAxis(Architecture architecture, Loss loss) {
        TwoLayerNetwork network = new Initialization.Normal(0.4).draw(architecture, 23, KEY, 0);
        checkSteps(task(new Covariance.Equicorrelated(), 23, NOISE), network, new Training(35, 0.03).with(loss));
    }

    private void checkSteps(Task task, TwoLayerNetwork network, Training training) {
        int d = task.rowLength();
        int m = training.drawnSamples();
        double eta = training.stepSize();
        int width = network.width();
        boolean isFixed = network.architecture().output() instanceof Output.Fixed;
        ProjectedEngine engine = (ProjectedEngine) type().start(task, network, training, KEY);
        for (long step = 1; step <= 2; step++) {
            NaiveNetwork before = NaiveNetwork.of(network, training.loss());
            double loss = engine.step(step);
            Subspace subspace = engine.subspace();
            int rank = subspace.rank();
            double[][] u = SubspaceTest.orthonormal(subspace, d);
            double[][] q = coordinates(subspace, m, step);
            double[][] seen = Matrices.product(q, Matrices.of(subspace.factor(), rank, width + 2));
            double[] y = labels(seen, width, ProjectedSamples.rowsPerChunk(width + 2), step);
            addBiases(before, seen);
            double[][] signals = signal(before, seen, y);
            double[][] signal = Matrices.transpose(signals);

            double[][] square = Matrices.product(signal, signals);
            double[][] left = left(engine.signal(), width);
            assertThat(Matrices.distance(Matrices.product(left, Matrices.transpose(left)), square))
                    .isLessThan(2e-6 * (1 + largestDiagonal(square)));

            double[][] z = remainder(subspace, engine.signal().rank(), d, step);
            double[][] noise = Matrices.product(left, z);
            double[][] rest = Matrices.product(
                    Matrices.sum(Matrices.product(signal, q), -1, Matrices.product(noise, u)), Matrices.transpose(u));
            double[][] gradient =
                    Matrices.product(Matrices.sum(rest, 1, noise), SubspaceTest.matrix(task.covarianceRoot(), d));

            double size = Math.max(1, Math.sqrt(largestDiagonal(square) / m));
            double tolerance = 2e-6 * eta * Math.sqrt(d) * size;
            double expectedLoss = 0;
            for (int i = 0; i < m; i++) {
                expectedLoss += before.lossOf(y[i], before.outputOf(seen[i])) / m;
            }
            assertThat(loss).isCloseTo(expectedLoss, within(1e-5 * Math.max(1, expectedLoss)));
            for (int j = 0; j < width; j++) {
                double outputGradient = 0;
                double biasGradient = 0;
                for (int i = 0; i < m; i++) {
                    double slope = before.slopeOf(y[i], before.outputOf(seen[i]));
                    outputGradient += slope * before.activation(seen[i][j]) / m;
                    biasGradient += signals[i][j] / m;
                }
                assertThat((double) network.outputWeights()[j])
                        .isCloseTo(
                                isFixed ? before.a[j] : before.a[j] - eta * outputGradient,
                                within(1e-5 * Math.max(size, Math.abs(outputGradient))));
                if (network.hasBiases()) {
                    assertThat((double) network.biases()[j])
                            .isCloseTo(before.b[j] - eta * before.a[j] * biasGradient, within(1e-5 * size));
                }
                for (int k = 0; k < d; k++) {
                    assertThat((double) network.hiddenWeights()[j * d + k])
                            .isCloseTo(before.w[j][k] - eta / m * before.a[j] * gradient[j][k], within(tolerance));
                }
            }
        }
    }

    private static void addBiases(NaiveNetwork network, double[][] seen) {
        for (double[] row : seen) {
            for (int j = 0; j < network.b.length; j++) {
                row[j] += network.b[j];
            }
        }
    }

    /** Widths, batches and dimensions of 1 and 2, silent and duplicate neurons, weights of zero. */
    @Test
    void degenerateNetworksTakeFiniteSteps() {
        int[][] shapes = {{2, 1, 1}, {2, 1, 5}, {2, 6, 1}, {3, 8, 2}, {50, 1, 1}, {50, 8, 3}};
        for (Covariance shape : new Covariance[] {new Covariance.Isotropic(), new Covariance.Equicorrelated()}) {
            for (int[] s : shapes) {
                for (int kind = 0; kind < 4; kind++) {
                    TwoLayerNetwork network = degenerate(start(s[1], s[0]), kind);
                    Engine engine = type().start(task(shape, s[0], NOISE), network, new Training(s[2], 0.5), KEY);
                    for (long step = 1; step <= 20; step++) {
                        assertThat(engine.step(step)).isFinite();
                    }
                    assertThat(network.isFinite()).isTrue();
                }
            }
        }
    }

    private static TwoLayerNetwork degenerate(TwoLayerNetwork network, int kind) {
        int d = network.d();
        float[] w = network.hiddenWeights();
        for (int j = 0; j < network.width(); j++) {
            for (int k = 0; k < d; k++) {
                w[j * d + k] = switch (kind) {
                    case 0 -> w[k];
                    case 1 -> 0;
                    case 2 -> j % 2 == 0 ? w[j * d + k] : -w[(j - 1) * d + k];
                    default -> k < 2 ? w[j * d + k] : 0;
                };
            }
        }
        return network;
    }

    @Test
    void aSilentNetworkStaysWhereItIs() {
        TwoLayerNetwork network = new TwoLayerNetwork(3, 5, new float[15], new float[] {1, -1, 1});
        double loss = type().start(task(new Covariance.Isotropic(), 5, 0), network, new Training(10, 1), KEY)
                .step(1);
        assertThat(loss).isEqualTo(2 * StrictMath.log(2));
        assertThat(network.hiddenWeights()).containsOnly(0f);
        assertThat(network.outputWeights()).containsExactly(1f, -1f, 1f);
    }

    /** Nothing is seen where inputs have no variance, so nothing can be learned there. */
    @Test
    void coordinatesWithoutVarianceAreLeftAlone() {
        Task task = new Task(
                new TargetFunction.Xor(), new InputLaw.Gaussian(), 6, 0, new Covariance.PowerLaw(), Double.MAX_VALUE);
        TwoLayerNetwork network = start(4, 6);
        float[] before = network.hiddenWeights().clone();
        Engine engine = type().start(task, network, new Training(8, 0.5), KEY);
        for (long step = 1; step <= 5; step++) {
            assertThat(engine.step(step)).isFinite();
        }
        for (int i = 0; i < before.length; i++) {
            if (i % 6 != 0) {
                assertThat(network.hiddenWeights()[i]).isEqualTo(before[i]);
            }
        }
    }

    /** Equal neurons see the same and are moved by the same gradient. */
    @Test
    void duplicatesStayTogether() {
        int d = 20;
        TwoLayerNetwork network = start(6, d);
        System.arraycopy(network.hiddenWeights(), 0, network.hiddenWeights(), 5 * d, d);
        network.outputWeights()[5] = network.outputWeights()[0];
        Engine engine = type().start(task(new Covariance.TwoLevel(), d, NOISE), network, new Training(50, 0.5), KEY);
        for (long step = 1; step <= 10; step++) {
            engine.step(step);
        }
        for (int k = 0; k < d; k++) {
            assertThat(network.hiddenWeights()[5 * d + k]).isCloseTo(network.hiddenWeights()[k], within(1e-4f));
        }
        assertThat(network.outputWeights()[5]).isCloseTo(network.outputWeights()[0], within(1e-4f));
    }

    private static double[][] coordinates(Subspace subspace, int m, long step) {
        int rank = subspace.rank();
        RandomStream stream = KEY.stream(Purpose.PROJECTED_INPUTS, step);
        int rowsPerChunk = Math.min(m, ProjectedSamples.rowsPerChunk(subspace.size()));
        double[][] q = new double[m][];
        for (int row = 0; row < m; row += rowsPerChunk) {
            int rows = Math.min(rowsPerChunk, m - row);
            float[] chunk = new float[rows * rank];
            stream.normals(row / rowsPerChunk, chunk, chunk.length);
            System.arraycopy(Matrices.of(chunk, rows, rank), 0, q, row, rows);
        }
        return q;
    }

    private static double[] labels(double[][] seen, int width, int rowsPerChunk, long step) {
        RandomStream stream = KEY.stream(Purpose.LABEL_NOISE, step);
        int[] words = new int[rowsPerChunk];
        double[] y = new double[seen.length];
        for (int i = 0; i < y.length; i++) {
            if (i % rowsPerChunk == 0) {
                stream.words(i / rowsPerChunk, words, rowsPerChunk);
            }
            boolean flipped = Integer.toUnsignedLong(words[i % rowsPerChunk]) < (long) (NOISE * 0x1p32);
            y[i] = (flipped ? 1 : -1) * Math.signum(seen[i][width] * seen[i][width + 1]);
        }
        return y;
    }

    private static double[][] remainder(Subspace subspace, int rank, int d, long step) {
        RandomStream stream = KEY.stream(Purpose.PROJECTED_REMAINDER, step);
        double[][] z = new double[Math.max(1, rank)][d];
        int from = 0;
        for (int tile = 0; tile < subspace.tiles(); tile++) {
            int columns = subspace.columns(tile);
            float[] numbers = new float[rank * columns];
            stream.normals(tile, numbers, numbers.length);
            for (int i = 0; i < rank; i++) {
                for (int k = 0; k < columns; k++) {
                    z[i][from + k] = numbers[i * columns + k];
                }
            }
            from += columns;
        }
        return z;
    }

    /** D: rows x width, from what is seen: pre-activations first. */
    private static double[][] signal(NaiveNetwork network, double[][] seen, double[] y) {
        double[][] signal = new double[seen.length][network.a.length];
        for (int i = 0; i < seen.length; i++) {
            double slope = network.slopeOf(y[i], network.outputOf(seen[i]));
            for (int j = 0; j < network.a.length; j++) {
                signal[i][j] = slope * network.activationSlope(seen[i][j]);
            }
        }
        return signal;
    }

    private static double[][] left(PivotedCholesky cholesky, int width) {
        double[][] left = new double[width][Math.max(1, cholesky.rank())];
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < cholesky.rank(); i++) {
                left[j][i] = cholesky.at(j, i);
            }
        }
        return left;
    }

    private static double largestDiagonal(double[][] a) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, a[i][i]);
        }
        return largest;
    }

    private static Task task(Covariance shape, int d, double q) {
        double strength = shape instanceof Covariance.Isotropic ? 0 : 0.5;
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, q, shape, strength);
    }
}
