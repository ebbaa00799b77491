package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObstacleTest {
    private static final Activation RELU = new Activation.Relu();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parity-3                     | relu       | 0.125
            parity-3                     | leaky-relu | 0.125
            parity-3                     | abs        | 0.5
            parity-3                     | tanh       | 0
            parity-4                     | relu       | 0
            parity-4                     | tanh       | 0.5
            parity-5                     | relu       | 0.15625
            xor                          | relu       | 0
            xor                          | abs        | 0
            xor                          | tanh       | 0.5
            and                          | relu       | 0
            or                           | relu       | 0
            and                          | abs        | 0.25
            and                          | tanh       | 0.25
            sign(x1 + x2 + x3)           | relu       | 0
            sign(x1)                     | tanh       | 0
            """)
    void theBestErrorOnTheCubeIsKnown(String target, String activation, double least) {
        assertLeast(obstacle(target, new InputLaw.BooleanCube(), activation, Bias.none()), least);
        assertThat(obstacle(target, new InputLaw.BooleanCube(), activation, Bias.trained(0)))
                .isEmpty();
    }

    private static void assertLeast(Optional<Obstacle> obstacle, double least) {
        if (least == 0) {
            assertThat(obstacle).isEmpty();
        } else {
            assertThat(obstacle.orElseThrow().least().orElseThrow()).isEqualTo(least);
        }
    }

    /** An even part that helps as much as it can beside 20,000 random linear parts: none does better, and one as well. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void noRandomLinearPartIsBetter(int k) {
        double least = obstacle("parity-" + k, new InputLaw.BooleanCube(), "relu", Bias.none())
                .orElseThrow()
                .least()
                .orElseThrow();
        Random random = new Random(k);
        TargetFunction target = new TargetFunction.Parity(k);
        double best = 1;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] w = random.doubles(k, -1, 1).toArray();
            double errors = 0;
            for (int corner = 0; corner < 1 << k; corner++) {
                float[] x = new float[k];
                double linear = 0;
                for (int j = 0; j < k; j++) {
                    x[j] = (corner >> j & 1) == 0 ? -1 : 1;
                    linear += w[j] * x[j];
                }
                // Of a pair that the linear part has wrong, the even part can save one.
                errors += linear * target.value(x, 0) > 0 ? 0 : 0.5;
            }
            best = Math.min(best, errors / (1 << k));
        }
        assertThat(best).isEqualTo(least);
    }

    @Test
    void ofContinuousInputsTheSymmetryIsKnown() {
        InputLaw gaussian = new InputLaw.Gaussian();
        assertThat(obstacle("xor", gaussian, "relu", Bias.none())).isEmpty();
        assertThat(obstacle("and", gaussian, "relu", Bias.none())).isEmpty();
        assertThat(obstacle("sine-boundary", gaussian, "relu", Bias.none())).isPresent();
        Obstacle parity = obstacle("parity-3", gaussian, "relu", Bias.none()).orElseThrow();
        assertThat(parity.least()).isEmpty();
        assertThat(parity.reason())
                .isEqualTo("without biases, relu neurons make an even function plus a linear one, and the odd part of"
                        + " parity-3 is not that of a linear function");
        assertThat(parity.remedy()).isEqualTo("bias = trained");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x1                           | relu | 0
            x1 + x2 ^ 2                  | relu | 0
            x1 + x1 * x2                 | relu | 0
            he3(x1)                      | relu | 6
            x1 + x1 * x2 + x1 * x2 * x3  | relu | 1
            x1 * x2 + x1                 | abs  | 1
            x1 * x2 + x1                 | tanh | 1
            """)
    void ofRealLabelsTheBestSquaredErrorIsAboutKnown(String formula, String activation, double least) {
        Optional<Obstacle> obstacle = obstacle(formula, new InputLaw.Gaussian(), activation, Bias.none());
        assertThat(obstacle.isEmpty()).isEqualTo(least == 0);
        obstacle.ifPresent(found -> assertThat(found.least().orElseThrow()).isCloseTo(least, within(0.25 * least)));
    }

    @Test
    void degreesAndSignsAreObstaclesWithBiasesToo() {
        assertThat(obstacle("parity-3", new InputLaw.BooleanCube(), "quadratic", Bias.trained(0)))
                .map(Obstacle::reason)
                .hasValue("quadratic neurons make polynomials of degree 2, and parity-3 needs degree 3");
        Architecture fixed = new Architecture(4, RELU, Bias.trained(0), new Output.Fixed(1), Scaling.STANDARD);
        Task xor = new Task(new TargetFunction.Xor(), new InputLaw.BooleanCube(), 16, 0);
        assertThat(Obstacle.of(xor, fixed).orElseThrow().least()).hasValue(0.5);
    }

    private static Optional<Obstacle> obstacle(String target, InputLaw inputs, String activation, Bias bias) {
        TargetFunction function = Fields.TARGET.kind().read(new Literal.OfText(target));
        Activation neurons = Fields.ACTIVATION.kind().read(new Literal.OfText(activation));
        Task task = new Task(function, inputs, 16, 0);
        assertThat(task.labels()).isEqualTo(function.hasTwoClasses() ? Labels.PLUS_MINUS : Labels.REAL);
        return Obstacle.of(task, new Architecture(4, neurons, bias, new Output.Trained(), Scaling.MEAN_FIELD));
    }
}
