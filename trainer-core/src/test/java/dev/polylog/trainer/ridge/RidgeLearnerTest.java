package dev.polylog.trainer.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Matrices;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.FreshSamples;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RidgeLearnerTest {
    private static final int D = 6;
    private static final int TEST = 400;
    private static final StreamKey KEY = new StreamKey(5, 7);

    static Stream<Case> cases() {
        return Stream.of(
                new Case("the output layer in the limit", () -> RidgeLearner.of(new ArcCosineKernel(1.0 / D, 0), D)),
                new Case("both layers in the limit", () -> RidgeLearner.of(new ArcCosineKernel(1.0 / D, 1), D)),
                new Case("few features", () -> RidgeLearner.of(features(20))),
                new Case("many features", () -> RidgeLearner.of(features(600))));
    }

    private record Case(String name, Supplier<RidgeLearner> learner) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allSamplesOfAllStepsAreSeenAndTheBitsDependOnNothingElse(Case learner) {
        RidgeLearner first = learner.learner().get();
        Samples minibatch = Samples.training(xor(), KEY, 40);
        for (int step = 1; step <= 3; step++) {
            first.absorb(minibatch, step);
        }
        assertThat(first.samples()).isEqualTo(120);
        RidgeLearner second = learner.learner().get();
        Samples ahead = Samples.training(xor(), KEY, 40);
        for (int step = 1; step <= 3; step++) {
            ahead.moveTo(step);
            for (int i = 0; i < ahead.draw(0); i++) {
                second.absorb(
                        Arrays.copyOfRange(ahead.inputs(), i * D, (i + 1) * D), new float[] {ahead.labels()[i]}, 1);
            }
            second.fit();
        }
        Fit fit = first.fit();
        assertThat(fit.samples()).isEqualTo(120);
        assertThat(outputs(second.fit())).containsExactly(outputs(fit));
        assertThat(outputs(first.fit())).containsExactly(outputs(fit));
        double[] before = outputs(fit);
        first.absorb(minibatch, 4);
        assertThat(outputs(fit)).containsExactly(before);
    }

    /** Kernels of isotropic weights see angles and lengths alone; the angle of an input with itself to about 1e-8. */
    @Test
    void turnedInputsFlippedLabelsAndTheOrderOfSamplesChangeNothingElse() {
        Samples minibatch = Samples.training(xor(), KEY, 100);
        minibatch.moveTo(1);
        minibatch.draw(0);
        float[] x = minibatch.inputs();
        float[] y = minibatch.labels();
        double[] expected = outputs(fit(x, y));
        float[] flipped = new float[100];
        float[] reversed = new float[100 * D];
        float[] reversedLabels = new float[100];
        for (int i = 0; i < 100; i++) {
            flipped[i] = -y[i];
            reversedLabels[i] = y[99 - i];
            System.arraycopy(x, (99 - i) * D, reversed, i * D, D);
        }
        double[] negated = Arrays.stream(expected).map(f -> -f).toArray();
        assertThat(outputs(fit(x, flipped))).containsExactly(negated);
        assertClose(outputs(fit(reversed, reversedLabels)), expected);
        double[] turned = new double[TEST];
        fit(permuted(x), y).predictor().predict(permuted(testInputs()), TEST, turned);
        assertClose(turned, expected);
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(Matrices.distance(Matrices.column(actual), Matrices.column(expected)))
                .isLessThan(1e-7);
    }

    /** Coordinates in another order, one of them with the other sign. */
    private static float[] permuted(float[] x) {
        float[] permuted = new float[x.length];
        for (int i = 0; i < x.length; i += D) {
            for (int k = 0; k < D; k++) {
                permuted[i + (k + 2) % D] = k == 1 ? -x[i + k] : x[i + k];
            }
        }
        return permuted;
    }

    @Test
    void theFitIsANetworkInMeanFieldScaling() {
        int width = 50;
        float[] weights = weights(width);
        RidgeLearner learner = RidgeLearner.of(new RandomFeatures(weights, width, D, h -> Math.max(h, 0)));
        learner.absorb(Samples.training(xor(), KEY, 200), 1);
        Fit fit = learner.fit();
        double[] a = ((Predictor.Linear) fit.predictor()).outputWeights();
        float[] single = new float[width];
        for (int j = 0; j < width; j++) {
            single[j] = (float) a[j];
        }
        TwoLayerNetwork network = new TwoLayerNetwork(width, D, weights, single);
        float[] preActivations = new float[TEST * width];
        network.preActivations(testInputs(), TEST, preActivations);
        double[] outputs = outputs(fit);
        for (int i = 0; i < TEST; i++) {
            assertThat(network.output(preActivations, i * width)).isCloseTo(outputs[i], within(1e-4));
        }
    }

    @Test
    void noiselessXorIsLearntFromEnoughSamples() {
        for (Case learner : cases().toList()) {
            RidgeLearner some = learner.learner().get();
            some.absorb(Samples.training(xor(), KEY, 600), 1);
            Fit fit = some.fit();
            double errors = 0;
            FreshSamples test = test();
            double[] outputs = outputs(fit);
            for (int i = 0; i < TEST; i++) {
                errors += outputs[i] * test.labels()[i] > 0 ? 0 : 1.0 / TEST;
            }
            assertThat(errors).as(learner.name()).isLessThan(learner.name().equals("few features") ? 0.45 : 0.25);
            assertThat(fit.trainError()).isLessThan(fit.leaveOneOutError());
        }
    }

    @Test
    void inputsOfZerosGiveZero() {
        RidgeLearner learner = RidgeLearner.of(new ArcCosineKernel(1, 1), D);
        learner.absorb(new float[3 * D], new float[] {1, -1, 1}, 3);
        Fit fit = learner.fit();
        assertThat(fit.leaveOneOutError()).isCloseTo(1, within(1e-12));
        assertThat(outputs(fit)).containsOnly(0);
    }

    @Test
    void noSamplesAndMoreThanAMatrixHoldsAreRefused() {
        RidgeLearner learner = RidgeLearner.of(new ArcCosineKernel(1, 0), 1);
        assertThatThrownBy(learner::fit)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid number of samples: 0 (expected 1 to 32768, ");
        int many = RidgeLearner.MOST_UNKNOWNS + 1;
        learner.absorb(new float[many], new float[many], many);
        assertThatThrownBy(learner::fit)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid number of samples: 32769 (expected 1 to 32768, ");
        RidgeLearner few = RidgeLearner.of(new RandomFeatures(new float[] {1}, 1, 1, h -> h));
        few.absorb(new float[many], new float[many], many);
        assertThat(few.fit().samples()).isEqualTo(many);
    }

    @Test
    void inputsThatAreNotFiniteAreRefused() {
        RidgeLearner learner = RidgeLearner.of(new ArcCosineKernel(1, 0), 1);
        learner.absorb(new float[] {Float.NaN, 1}, new float[] {1, -1}, 2);
        assertThatThrownBy(learner::fit)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Cannot factor a matrix");
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> new RandomFeatures(new float[5], 2, 3, h -> h))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid weights: 5 (expected 2 x 3)");
    }

    private static Fit fit(float[] x, float[] y) {
        RidgeLearner learner = RidgeLearner.of(new ArcCosineKernel(1.0 / D, 1), D);
        learner.absorb(x, y, 100);
        return learner.fit();
    }

    private static double[] outputs(Fit fit) {
        double[] outputs = new double[TEST];
        fit.predictor().predict(testInputs(), TEST, outputs);
        return outputs;
    }

    private static float[] testInputs() {
        return Arrays.copyOf(test().inputs(), TEST * D);
    }

    private static FreshSamples test() {
        FreshSamples test = Samples.test(xor(), KEY, TEST);
        test.moveTo(1);
        test.draw(0);
        return test;
    }

    private static Task xor() {
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), D, 0);
    }

    private static RandomFeatures features(int width) {
        return new RandomFeatures(weights(width), width, D, h -> Math.max(h, 0));
    }

    private static float[] weights(int width) {
        float[] weights = new float[width * D];
        KEY.stream(Purpose.HIDDEN_WEIGHTS, 0).normals(0, weights, weights.length);
        return weights;
    }
}
