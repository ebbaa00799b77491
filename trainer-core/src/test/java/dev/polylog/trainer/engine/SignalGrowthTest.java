package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Near f = 0 and with |a| = |w| the signal of a neuron grows as {@code dw/dt = lambda w}, and its opposite shrinks at the
 * same rate.
 *
 * <p>On the cube, given the label coordinates a pre-activation is {@code +-sqrt(2) s + g} with g nearly normal of variance
 * {@code theta^2}, so the mean push along the signal is {@code (sqrt(2)/4) (2 Phi(sqrt(2) s / theta) - 1) theta}, that is
 * {@code s / sqrt(2 pi)} for small s. For the Gaussian law the average over the plane gives {@code sqrt(2) / pi^1.5}.
 *
 * <p>Finite d: |w_perp| is less than theta, which raises the rate by 2/d on the average weighted with s^2; the curvature of
 * Phi lowers it by 1/d, the kurtosis of g on the cube by 3/(4 d). So the bias is within 2/d of the rate.
 */
class SignalGrowthTest {
    private static final int D = 256;
    private static final int WIDTH = 128;
    private static final int BATCH = 4096;
    private static final int REPLICATES = 100;
    private static final double ETA = 1;

    static Stream<Arguments> rates() {
        double cube = 1 / Math.sqrt(2 * Math.PI);
        double gaussian = Math.sqrt(2) / (Math.PI * Math.sqrt(Math.PI));
        return Stream.of(0.0, 0.05, 0.2)
                .flatMap(q -> Stream.of(
                        Arguments.of(new InputLaw.BooleanCube(), q, cube * (1 - 2 * q)),
                        Arguments.of(new InputLaw.Gaussian(), q, gaussian * (1 - 2 * q))));
    }

    /** Student's interval from independent replicates. False alarms: below 2e-6 a law and noise. */
    @ParameterizedTest
    @MethodSource("rates")
    void theSignalGrowsAndItsOppositeShrinksAtTheRateLambda(InputLaw law, double q, double lambda) {
        Task task = new Task(new TargetFunction.Xor(), law, D, q);
        double[] signal = new double[REPLICATES];
        double[] opposite = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            StreamKey key = new StreamKey(1000 + r, Double.doubleToLongBits(q));
            TwoLayerNetwork network = new Initialization.Sphere(1e-3).draw(WIDTH, D, key);
            double[] signalBefore = projections(network, 1);
            double[] oppositeBefore = projections(network, -1);
            EngineType.DENSE.start(task, network, new Training(BATCH, ETA), key).step(1);
            signal[r] = rate(signalBefore, projections(network, 1));
            opposite[r] = rate(oppositeBefore, projections(network, -1));
        }
        assertMean(signal, lambda);
        assertMean(opposite, -lambda);
    }

    /** {@code w . mu / |mu|}, mu the neuron's signal direction (side 1) or the other one of the plane (side -1). */
    private static double[] projections(TwoLayerNetwork network, int side) {
        double[] s = new double[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            double w1 = network.hiddenWeights()[j * D];
            double w2 = network.hiddenWeights()[j * D + 1];
            s[j] = (side * network.outputWeights()[j] >= 0 ? w1 - w2 : w1 + w2) / Math.sqrt(2);
        }
        return s;
    }

    private static double rate(double[] before, double[] after) {
        double products = 0;
        double squares = 0;
        for (int j = 0; j < before.length; j++) {
            products += after[j] * before[j];
            squares += before[j] * before[j];
        }
        return (products / squares - 1) / ETA;
    }

    private static void assertMean(double[] values, double expected) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / (values.length - 1);
        }
        double halfWidth = Bounds.STUDENT_99_1E_6 * Math.sqrt(variance / values.length);
        assertThat(Math.abs(mean - expected)).isLessThan(halfWidth + 2.0 / D * Math.abs(expected));
        assertThat(halfWidth).as("width of the interval").isLessThan(0.01);
    }
}
