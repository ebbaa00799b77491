package dev.polylog.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw.FourPoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StartTest {
    private static final Architecture TWO_UNITS =
            new Architecture(2, new Activation.Relu(), Bias.trained(0), new Output.Fixed(1), Scaling.STANDARD);

    static Iterable<Initialization> laws() {
        return Initialization.all();
    }

    /** Draws are functions of key and number, and draws of different numbers have nothing in common. */
    @ParameterizedTest
    @MethodSource("laws")
    void drawsAreNumbered(Initialization law) {
        Architecture architecture =
                new Architecture(4, new Activation.Relu(), Bias.trained(0.5), new Output.Trained(), Scaling.STANDARD);
        StreamKey key = new StreamKey(1, 2);
        TwoLayerNetwork zero = law.draw(architecture, 3, key, 0);
        TwoLayerNetwork again = law.draw(architecture, 3, key, 0);
        TwoLayerNetwork one = law.draw(architecture, 3, key, 1);
        assertThat(again.hiddenWeights()).containsExactly(zero.hiddenWeights());
        assertThat(again.biases()).containsExactly(zero.biases());
        assertThat(again.outputWeights()).containsExactly(zero.outputWeights());
        assertThat(one.hiddenWeights()[0]).isNotEqualTo(zero.hiddenWeights()[0]);
        assertThat(one.biases()[0]).isNotEqualTo(zero.biases()[0]);
        assertThat(law.at(2).toString()).isEqualTo(law.toString());
    }

    /**
     * Variances over 40,000 weights, within 5 standard errors {@code sigma^2 sqrt(2 / n)}: a false alarm in 600,000 for each
     * of eight.
     */
    @ParameterizedTest
    @CsvSource({"normal, 0.25, 0.25", "mirror, 0.25, 0.25", "kaiming, 0.2, 0.0005"})
    void weightsHaveTheirVariance(String name, double ofHidden, double ofOutputs) {
        Initialization law = Initialization.all().stream()
                .filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .at(0.5);
        int width = 4000;
        TwoLayerNetwork network = law.draw(width, 10, new StreamKey(7, 9));
        // Half of the weights of mirror images are others' with the other sign.
        int independent = name.equals("mirror") ? 2 : 1;
        assertVariance(network.hiddenWeights(), ofHidden, independent);
        assertVariance(network.outputWeights(), ofOutputs, independent);
    }

    private static void assertVariance(float[] weights, double variance, int copies) {
        double mean = 0;
        for (float weight : weights) {
            mean += weight * weight / weights.length;
        }
        double error = variance * Math.sqrt(2.0 * copies / weights.length);
        assertThat(mean).isCloseTo(variance, within(5 * error));
    }

    @Test
    void biasesAreNormalWithTheirScale() {
        Architecture architecture = new Architecture(
                40_000, new Activation.Relu(), Bias.trained(0.3), new Output.Trained(), Scaling.STANDARD);
        assertVariance(
                new Initialization.Kaiming()
                        .draw(architecture, 2, new StreamKey(7, 9), 0)
                        .biases(),
                0.09,
                1);
    }

    @Test
    void mirrorImagesAreOpposite() {
        Architecture architecture =
                new Architecture(6, new Activation.Relu(), Bias.trained(0.3), new Output.Trained(), Scaling.STANDARD);
        TwoLayerNetwork network = new Initialization.Mirror(0.5).draw(architecture, 3, new StreamKey(5, 5), 0);
        for (int j = 0; j < 6; j += 2) {
            for (int k = 0; k < 3; k++) {
                assertThat(network.hiddenWeights()[3 * (j + 1) + k]).isEqualTo(-network.hiddenWeights()[3 * j + k]);
            }
            assertThat(network.biases()[j + 1]).isEqualTo(-network.biases()[j]);
            assertThat(network.outputWeights()[j + 1]).isEqualTo(network.outputWeights()[j]);
        }
        assertThatThrownBy(() -> new Start(new Initialization.Mirror(1)).check(Architecture.ofWidth(3)))
                .hasMessage("Invalid width: 3 (expected an even number with init mirror, whose neurons come in pairs)");
    }

    /**
     * Without biases, opposite points have opposite pre-activations: on each of the two diagonals two units cover both points
     * if their signs differ, which happens in half of all cases. So a quarter of the networks has no dead point, and the
     * number of draws is geometric with mean 4 and variance 12. The mean of 20,000 runs is within 5 standard errors: a false
     * alarm in 1.7 million.
     */
    @Test
    void aQuarterOfTheNetworksOfTwoUnitsHasNoDeadPoint() {
        int runs = 20_000;
        Start start = new Start(new Initialization.Normal(0.5), new Redraw.NoDeadPoint(0, 1000));
        double draws = 0;
        for (int run = 0; run < runs; run++) {
            Start.Draw draw = start.draw(TWO_UNITS, 2, new StreamKey(11, run));
            draws += draw.draws();
            TwoLayerNetwork network = draw.network().orElseThrow();
            for (int point = 0; point < FourPoints.COUNT; point++) {
                assertThat(network.outputAt(FourPoints.x1(point), FourPoints.x2(point)))
                        .isPositive();
            }
        }
        assertThat(draws / runs).isCloseTo(4, within(5 * Math.sqrt(12.0 / runs)));
    }

    /** A rejected start has a probability of (3/4)^n: over 2,000 runs of 3 draws, within 5 standard deviations. */
    @Test
    void afterSoManyDrawsThereIsNoNetwork() {
        int runs = 2000;
        Start start = new Start(new Initialization.Normal(0.5), new Redraw.NoDeadPoint(0, 3));
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            Start.Draw draw = start.draw(TWO_UNITS, 2, new StreamKey(13, run));
            rejected += draw.network().isEmpty() ? 1 : 0;
            assertThat(draw.draws()).isBetween(1, 3);
        }
        double p = Math.pow(0.75, 3);
        assertThat((double) rejected / runs).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / runs)));
    }

    @Test
    void aMarginLeavesEveryPointThatFarInside() {
        Start start = new Start(new Initialization.Normal(0.5), new Redraw.NoDeadPoint(0.3, 1000));
        for (int run = 0; run < 100; run++) {
            TwoLayerNetwork network =
                    start.draw(TWO_UNITS, 2, new StreamKey(17, run)).network().orElseThrow();
            for (int point = 0; point < FourPoints.COUNT; point++) {
                double x1 = FourPoints.x1(point);
                double x2 = FourPoints.x2(point);
                assertThat(Math.max(network.preActivation(0, x1, x2), network.preActivation(1, x1, x2)))
                        .isGreaterThan(0.3);
            }
        }
    }

    @Test
    void outputsThatAreFixedAreNotDrawn() {
        TwoLayerNetwork network = new Initialization.Kaiming().draw(TWO_UNITS, 2, new StreamKey(1, 1), 0);
        assertThat(network.outputWeights()).containsExactly(1, 1);
        assertThat(network.biases()).containsExactly(0, 0);
    }
}
