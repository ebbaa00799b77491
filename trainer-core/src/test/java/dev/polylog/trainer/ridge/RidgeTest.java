package dev.polylog.trainer.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Matrices;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The solutions against elimination, against each other, and against what is known of linear regression. */
class RidgeTest {
    private static final int D = 5;

    /** Samples and features; a few on both sides of a block. */
    @ParameterizedTest
    @CsvSource({"1,1", "3,20", "20,3", "30,30", "60,59", "59,60", "300,40", "40,300", "290,270"})
    void oneUnknownASampleAndOneAFeatureGiveTheSameFunction(int n, int width) {
        TrainingSet samples = samples(n);
        RandomFeatures features = features(width);
        Regression.OnFeatures regression = new Regression.OnFeatures(features);
        DualEquations dual = new DualEquations(Grams.ofSamples(features, samples), samples.labels());
        PrimalEquations primal = new PrimalEquations(features, samples);
        for (double penalty : RidgeLearner.penalties()) {
            Solution first = dual.solve(penalty);
            Solution second = primal.solve(penalty);
            assertThat(first.leaveOneOutError()).isCloseTo(second.leaveOneOutError(), within(1e-7));
            assertThat(first.trainError()).isCloseTo(second.trainError(), within(1e-7));
            assertThat(Matrices.distance(
                            Matrices.column(Grams.combination(features, samples, first.coefficients())),
                            Matrices.column(second.coefficients())))
                    .isLessThan(1e-7);
        }
        assertThat(outputs(regression.dual(samples)))
                .containsExactly(outputs(regression.primal(samples)), within(1e-7));
    }

    /** Each sample in turn is left out and the rest is solved by elimination, for each penalty. */
    @ParameterizedTest
    @CsvSource({"2", "9", "25"})
    void theLeaveOneOutErrorIsThatOfAsManyFits(int n) {
        TrainingSet samples = samples(n);
        ArcCosineKernel kernel = new ArcCosineKernel(1.0 / D, 1);
        double[][] k = gram(kernel, samples);
        double unit = 0;
        for (int i = 0; i < n; i++) {
            unit += k[i][i] / n;
        }
        DualEquations equations = new DualEquations(Grams.ofSamples(kernel, samples), samples.labels());
        for (double penalty : RidgeLearner.penalties()) {
            double error = 0;
            double trainError = 0;
            double[] alpha = solve(k, samples.labels(), penalty * unit, -1);
            for (int i = 0; i < n; i++) {
                error += Math.pow(samples.label(i) - dot(k[i], solve(k, samples.labels(), penalty * unit, i)), 2) / n;
                trainError += Math.pow(samples.label(i) - dot(k[i], alpha), 2) / n;
            }
            Solution solution = equations.solve(penalty);
            assertThat(solution.leaveOneOutError()).isCloseTo(error, within(1e-9));
            assertThat(solution.trainError()).isCloseTo(trainError, within(1e-9));
            assertThat(solution.coefficients()).containsExactly(alpha, within(1e-8 / penalty));
        }
    }

    @Test
    void theChosenPenaltyLeavesTheLeastError() {
        TrainingSet samples = samples(40);
        DualEquations equations =
                new DualEquations(Grams.ofSamples(new ArcCosineKernel(0.2, 0), samples), samples.labels());
        Solution chosen = equations.choose();
        assertThat(RidgeLearner.penalties()).contains(chosen.relativePenalty());
        for (double penalty : RidgeLearner.penalties()) {
            assertThat(chosen.leaveOneOutError())
                    .isLessThanOrEqualTo(equations.solve(penalty).leaveOneOutError());
        }
    }

    /** {@code y = x_1} in linear features: {@code f(x) = x . (X'X + s I)^-1 X'y}, with the normal equations by elimination. */
    @Test
    void aLinearTargetInLinearFeaturesHasTheSolutionOfTheNormalEquations() {
        int n = 50;
        Random random = new Random(7);
        TrainingSet samples = linear(random, n, 0);
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            x[i] = wide(samples.inputs(i, 1));
        }
        double[][] square = Matrices.product(Matrices.transpose(x), x);
        double trace = 0;
        for (int k = 0; k < D; k++) {
            trace += square[k][k];
        }
        double[] right = Matrices.flat(Matrices.product(Matrices.transpose(x), Matrices.column(samples.labels())));
        for (double penalty : RidgeLearner.penalties()) {
            double[] expected = solve(square, right, penalty * trace / n, -1);
            double[] c = new PrimalEquations(identity(), samples).solve(penalty).coefficients();
            for (int k = 0; k < D; k++) {
                assertThat(c[k] / Math.sqrt(D)).isCloseTo(expected[k], within(1e-12));
            }
        }
    }

    /**
     * Without a penalty, on normal inputs with noise of variance s^2, the mean excess risk is {@code s^2 d / (n - d - 1)}.
     * The mean of 4000 repetitions is off by more than the bound with probability 1e-6.
     *
     * <p>Reference: the mean of the inverse of a Wishart matrix.
     */
    @Test
    void theRiskOfLinearRegressionIsThatOfTheClosedForm() {
        int n = 40;
        double noise = 0.5;
        int repetitions = 4000;
        Random random = new Random(11);
        double[] excess = new double[repetitions];
        double sum = 0;
        for (int r = 0; r < repetitions; r++) {
            double[] c = new PrimalEquations(identity(), linear(random, n, noise))
                    .solve(1e-12)
                    .coefficients();
            for (int k = 0; k < D; k++) {
                excess[r] += Math.pow(c[k] / Math.sqrt(D) - (k == 0 ? 1 : 0), 2);
            }
            sum += excess[r];
        }
        double mean = sum / repetitions;
        double variance =
                Arrays.stream(excess).map(e -> (e - mean) * (e - mean)).sum() / (repetitions - 1);
        assertThat(Math.abs(mean - noise * noise * D / (n - D - 1)))
                .isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(variance / repetitions));
    }

    /** The features of more and more weights approach their kernel: the distance falls with the square root of the width. */
    @Test
    void wideLayersPredictLikeTheKernel() {
        TrainingSet samples = samples(60);
        ArcCosineKernel kernel = new ArcCosineKernel(1.0 / D, 0);
        DualEquations limit = new DualEquations(Grams.ofSamples(kernel, samples), samples.labels());
        Predictor expected =
                new Predictor.Expansion(kernel, samples, limit.solve(0.1).coefficients());
        double[] distances = new double[2];
        int[] widths = {400, 40_000};
        for (int i = 0; i < 2; i++) {
            RandomFeatures features = features(widths[i]);
            DualEquations dual = new DualEquations(Grams.ofSamples(features, samples), samples.labels());
            double[] c = Grams.combination(features, samples, dual.solve(0.1).coefficients());
            double[] gaps = outputs(new Predictor.Linear(features, c));
            double[] limits = outputs(expected);
            for (int j = 0; j < gaps.length; j++) {
                distances[i] += Math.pow(gaps[j] - limits[j], 2) / gaps.length;
            }
        }
        assertThat(Math.sqrt(distances[0] / distances[1])).isBetween(3.0, 30.0);
        assertThat(Math.sqrt(distances[1])).isLessThan(0.03);
    }

    private static double[] outputs(Fit fit) {
        return outputs(fit.predictor());
    }

    /** At 300 inputs, more than a block. */
    private static double[] outputs(Predictor predictor) {
        double[] outputs = new double[300];
        predictor.predict(samples(300).inputs(0, 300), 300, outputs);
        return outputs;
    }

    /** Labels that are partly linear, partly of two coordinates, partly noise. */
    private static TrainingSet samples(int n) {
        Random random = new Random(n);
        float[] inputs = new float[n * D];
        float[] labels = new float[n];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = (float) random.nextGaussian();
        }
        for (int i = 0; i < n; i++) {
            labels[i] = (float) (inputs[i * D] + inputs[i * D + 1] * inputs[i * D + 2] + 0.3 * random.nextGaussian());
        }
        TrainingSet samples = new TrainingSet(D);
        samples.add(inputs, labels, n);
        return samples;
    }

    private static TrainingSet linear(Random random, int n, double noise) {
        float[] inputs = new float[n * D];
        float[] labels = new float[n];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = (float) random.nextGaussian();
        }
        for (int i = 0; i < n; i++) {
            labels[i] = (float) (inputs[i * D] + noise * random.nextGaussian());
        }
        TrainingSet samples = new TrainingSet(D);
        samples.add(inputs, labels, n);
        return samples;
    }

    private static RandomFeatures features(int width) {
        float[] weights = ArcCosineKernelTest.sphere(new Random(width), width, D, 1);
        return new RandomFeatures(weights, width, D, h -> Math.max(h, 0));
    }

    /** {@code phi(x) = x / sqrt(d)}. */
    private static RandomFeatures identity() {
        float[] weights = new float[D * D];
        for (int k = 0; k < D; k++) {
            weights[k * D + k] = 1;
        }
        return new RandomFeatures(weights, D, D, h -> h);
    }

    private static double[][] gram(ArcCosineKernel kernel, TrainingSet samples) {
        int n = samples.size();
        double[][] k = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] x = wide(samples.inputs(i, 1));
            for (int j = 0; j < n; j++) {
                double[] z = wide(samples.inputs(j, 1));
                k[i][j] = kernel.of(dot(x, z), Math.sqrt(dot(x, x)), Math.sqrt(dot(z, z)));
            }
        }
        return k;
    }

    /** {@code (A + shift I) x = b} by elimination with pivots, with one unknown left out; that one is zero. */
    private static double[] solve(double[][] a, double[] b, double shift, int leftOut) {
        int n = b.length;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = i == leftOut || j == leftOut ? 0 : a[i][j];
            }
            rows[i][i] += i == leftOut ? 1 : shift;
            rows[i][n] = i == leftOut ? 0 : b[i];
        }
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int i = c + 1; i < n; i++) {
                pivot = Math.abs(rows[i][c]) > Math.abs(rows[pivot][c]) ? i : pivot;
            }
            double[] swap = rows[c];
            rows[c] = rows[pivot];
            rows[pivot] = swap;
            for (int i = 0; i < n; i++) {
                double factor = i == c ? 0 : rows[i][c] / rows[c][c];
                for (int j = c; j <= n && factor != 0; j++) {
                    rows[i][j] -= factor * rows[c][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rows[i][n] / rows[i][i];
        }
        return x;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }
}
