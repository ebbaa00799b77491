package dev.polylog.sweep.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalRateTest {
    private static final double LAMBDA = 0.253975;
    private static final double ETA = 0.5;

    /** A step as {@code docs/theory.md} has it: signal times 1 + eta lambda, opposite times 1 - eta lambda, plus batch noise. */
    private static double rate(SplitMix random, double noise) {
        List<Neuron> start = new ArrayList<>();
        List<Neuron> later = new ArrayList<>();
        for (int j = 0; j < 64; j++) {
            double a = j % 2 == 0 ? 0.1 : -0.1;
            double w1 = 0.004 * Normal.quantile(random.nextDouble());
            double w2 = 0.004 * Normal.quantile(random.nextDouble());
            start.add(new Neuron(a, w1, w2));
            double minus = (w1 - w2) / 2 * (1 + (a > 0 ? 1 : -1) * ETA * LAMBDA);
            double plus = (w1 + w2) / 2 * (1 - (a > 0 ? 1 : -1) * ETA * LAMBDA);
            later.add(new Neuron(
                    a,
                    plus + minus + noise * Normal.quantile(random.nextDouble()),
                    plus - minus + noise * Normal.quantile(random.nextDouble())));
        }
        return SignalRate.ofRun(start, later, 1, ETA);
    }

    @Test
    void withoutNoiseItIsTheRate() {
        assertThat(rate(new SplitMix(1, 1), 0)).isCloseTo(LAMBDA, within(1e-12));
    }

    /** Noise as large as the signal, which would double the apparent growth of its square. The interval fails in 1 of 10^6. */
    @Test
    void batchNoiseDoesNotBiasIt() {
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < 2000; run++) {
            rates.add(rate(new SplitMix(2, run), 0.004));
        }
        Coefficient mean = SignalRate.ofRuns(rates, 1 - 1e-6);
        assertThat(mean.interval().contains(LAMBDA)).isTrue();
        assertThat(mean.standardError()).isLessThan(0.01);
    }

    @Test
    void severalStepsCompound() {
        double growth = StrictMath.pow(1 + ETA * LAMBDA, 3);
        List<Neuron> start = List.of(new Neuron(1, 0.3, -0.1), new Neuron(-1, 0.2, 0.1));
        List<Neuron> later =
                List.of(new Neuron(1, 0.3 * growth, -0.1 * growth), new Neuron(1, 0.2 * growth, 0.1 * growth));
        assertThat(SignalRate.ofRun(start, later, 3, ETA)).isCloseTo(LAMBDA, within(1e-12));
    }

    @Test
    void oneRunHasNoInterval() {
        assertThat(SignalRate.ofRuns(List.of(0.3), 0.95).interval()).isEqualTo(Interval.UNBOUNDED);
        assertThat(SignalRate.ofRuns(List.of(), 0.95).value()).isNaN();
        assertThat(SignalRate.ofRuns(List.of(0.3, Double.NaN, 0.5), 0.95).value())
                .isCloseTo(0.4, within(1e-15));
    }

    @Test
    void whatDoesNotMatchIsRefused() {
        List<Neuron> one = List.of(new Neuron(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SignalRate.ofRun(one, List.of(), 1, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalRate.ofRun(one, one, 0, 0.1))
                .withMessageContaining("0 steps");
    }
}
