package dev.polylog.trainer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
    private static final int WIDTH = 16;
    private static final double NOISE = 0.1;
    private static final int SAMPLES = 400_000;

    static Stream<LabelPlane> planes() {
        return Stream.of(GaussianPlane.usual(), new BooleanPlane());
    }

    /** A network in the middle of its training: outputs of order 1, neurons along their directions, some overlap. */
    private static SummaryStatistics trained() {
        SummaryStatistics state = Networks.start(WIDTH, 400, 1, 5);
        Random random = new Random(3);
        for (int j = 0; j < WIDTH; j++) {
            state.outputs()[j] *= 1 + random.nextDouble();
            double signal = random.nextGaussian();
            state.s1()[j] += state.outputs()[j] > 0 ? signal : 0;
            state.s2()[j] += state.outputs()[j] > 0 ? 0 : signal;
        }
        return state;
    }

    /**
     * The means of a step against those of drawn inputs: slopes with labels, coordinates, pre-activations, and the rest seen by each
     * neuron, {@code E[l' 1[h_j>0] g_k] = (G Q)_jk}. About 600 numbers a law within five and a half standard errors, of which one
     * fails by chance in 4e-5 cases, and 0.003 more for what the expansion leaves out at so small a width. The noise leaves out
     * what slopes and gates share, which is of order 1 / p.
     */
    @ParameterizedTest
    @MethodSource("planes")
    void quadratureHasTheMeansOfDrawnInputs(LabelPlane plane) {
        SummaryStatistics state = trained();
        LabelMeans labels = new LabelMeans(plane, state);
        labels.compute();
        OutputLaw law = new OutputLaw(plane, state);
        law.compute();
        Gradient gradient = new Gradient(WIDTH);
        double loss = new Quadrature(state, labels, law, 1 - 2 * NOISE).compute(gradient);
        Sums sums = new Sums(plane, state);
        assertThat(loss).isCloseTo(sums.loss(), within(0.01));
        for (int j = 0; j < WIDTH; j++) {
            sums.check("plane1", 0, j, -gradient.plane1()[j], 0.003);
            sums.check("plane2", 1, j, -gradient.plane2()[j], 0.003);
            sums.check("outputs", 2, j, -gradient.outputs()[j], 0.003);
            for (int k = 0; k < WIDTH; k++) {
                double product = 0;
                for (int l = 0; l < WIDTH; l++) {
                    product += gradient.drift()[j * WIDTH + l] * state.rest()[l * WIDTH + k];
                }
                sums.check("rest", 3 + k, j, product, 0.003);
                sums.check(
                        "noise",
                        3 + WIDTH + k,
                        j,
                        gradient.noise()[Math.max(j, k) * WIDTH + Math.min(j, k)],
                        0.15 / WIDTH);
            }
        }
    }

    /** Means over drawn inputs, and their standard errors. */
    private static final class Sums {
        private static final int KINDS = 3 + 2 * WIDTH;

        private final double[] sums = new double[KINDS * WIDTH];
        private final double[] squares = new double[KINDS * WIDTH];
        private double loss;

        Sums(LabelPlane plane, SummaryStatistics state) {
            Random random = new Random(17);
            double[][] factor = factor(state.rest());
            double[] g = new double[WIDTH];
            double[] h = new double[WIDTH];
            double[] normals = new double[WIDTH];
            for (int i = 0; i < SAMPLES; i++) {
                double x1 = plane instanceof BooleanPlane ? (random.nextBoolean() ? 1 : -1) : random.nextGaussian();
                double x2 = plane instanceof BooleanPlane ? (random.nextBoolean() ? 1 : -1) : random.nextGaussian();
                double z1 = (x1 - x2) / StrictMath.sqrt(2);
                double z2 = (x1 + x2) / StrictMath.sqrt(2);
                double label = x1 * x2 > 0 ? -1 : 1;
                double flipped = random.nextDouble() < NOISE ? -label : label;
                double f = 0;
                for (int j = 0; j < WIDTH; j++) {
                    normals[j] = random.nextGaussian();
                    g[j] = 0;
                    for (int c = 0; c <= j; c++) {
                        g[j] += factor[j][c] * normals[c];
                    }
                    h[j] = state.s1()[j] * z1 + state.s2()[j] * z2 + g[j];
                    f += state.outputs()[j] * Math.max(0, h[j]) / WIDTH;
                }
                double slope = -2 * flipped / (1 + StrictMath.exp(flipped * f));
                loss += 2 * StrictMath.log1p(StrictMath.exp(-flipped * f)) / SAMPLES;
                for (int j = 0; j < WIDTH; j++) {
                    if (h[j] > 0) {
                        add(0, j, slope * z1);
                        add(1, j, slope * z2);
                        add(2, j, slope * h[j]);
                        for (int k = 0; k < WIDTH; k++) {
                            add(3 + k, j, slope * g[k]);
                            add(3 + WIDTH + k, j, h[k] > 0 ? slope * slope : 0);
                        }
                    }
                }
            }
        }

        private void add(int kind, int j, double value) {
            sums[kind * WIDTH + j] += value / SAMPLES;
            squares[kind * WIDTH + j] += value * value / SAMPLES;
        }

        double loss() {
            return loss;
        }

        void check(String what, int kind, int j, double expected, double rest) {
            double mean = sums[kind * WIDTH + j];
            double error = StrictMath.sqrt((squares[kind * WIDTH + j] - mean * mean) / SAMPLES);
            assertThat(expected).as("%s of %d", what, j).isCloseTo(mean, within(5.5 * error + rest));
        }

        private static double[][] factor(double[] a) {
            double[][] l = new double[WIDTH][WIDTH];
            for (int j = 0; j < WIDTH; j++) {
                for (int c = 0; c <= j; c++) {
                    double sum = a[j * WIDTH + c];
                    for (int k = 0; k < c; k++) {
                        sum -= l[j][k] * l[c][k];
                    }
                    l[j][c] = c == j ? StrictMath.sqrt(sum) : sum / l[c][c];
                }
            }
            return l;
        }
    }

    /** Where the output is small, both ways to the gradient agree to the order of its square. */
    @ParameterizedTest
    @MethodSource("planes")
    void smallOutputsHaveTheGradientOfTheQuadrature(LabelPlane plane) {
        int width = 40;
        SummaryStatistics state = Networks.start(width, 1e5, 0.1, 2);
        LabelMeans labels = new LabelMeans(plane, state);
        labels.compute();
        Linearization linearization = new Linearization(state, labels, 0.8);
        assertThat(linearization.isSmall()).isTrue();
        Gradient closed = new Gradient(width);
        double closedLoss = linearization.compute(closed);
        OutputLaw law = new OutputLaw(plane, state);
        law.compute();
        Gradient summed = new Gradient(width);
        assertThat(new Quadrature(state, labels, law, 0.8).compute(summed)).isCloseTo(closedLoss, within(1e-9));
        for (int j = 0; j < width; j++) {
            assertThat(closed.plane1()[j]).isCloseTo(summed.plane1()[j], within(3e-6));
            assertThat(closed.plane2()[j]).isCloseTo(summed.plane2()[j], within(3e-6));
            assertThat(closed.outputs()[j]).isCloseTo(summed.outputs()[j], within(3e-6));
            for (int l = 0; l < width; l++) {
                assertThat(closed.drift()[j * width + l]).isCloseTo(summed.drift()[j * width + l], within(3e-5));
                if (l <= j) {
                    assertThat(closed.noise()[j * width + l]).isCloseTo(summed.noise()[j * width + l], within(2e-3));
                }
            }
        }
    }

    /** A large output is not taken for a small one, however small the weights in the plane are. */
    @Test
    void outputsOfLargeWeightsAreNotSmall() {
        SummaryStatistics state = Networks.start(40, 1e5, 2, 2);
        assertThat(new Linearization(state, new LabelMeans(new BooleanPlane(), state), 1).isSmall())
                .isFalse();
    }
}
