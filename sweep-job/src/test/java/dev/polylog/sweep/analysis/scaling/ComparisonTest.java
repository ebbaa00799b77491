package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final Simulation LOG = Simulation.law(Additive.LOG, -60, 79);

    /** A true law is refuted at 5 % in 50 of 1000 sweeps, standard deviation 7; outside of 25 to 75 with a chance of 3e-4. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.4})
    void misfitsOfATrueLawAreUniform(double censored) {
        long refuted = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> {
                    Sample sample = Sample.of(LOG.cells(new SplitMix(20, i), censored));
                    ScalingFit fit = ScalingFit.of(LOG.law(), sample, Spread.COMMON);
                    return SaturatedFit.of(sample, Spread.COMMON).orElseThrow().misfit(fit) < 0.05;
                })
                .count();
        assertThat(refuted).isBetween(25L, 75L);
    }

    /** At 1 % a trend is seen in 10 of 1000 sweeps without one; more than 26 with a chance below 1e-5, small samples aside. */
    @Test
    void aTrendIsSeldomSeenWithoutOne() {
        long trends = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> SaturatedFit.spread(Sample.of(LOG.cells(new SplitMix(21, i), 0.1))) == Spread.TREND)
                .count();
        assertThat(trends).isBetween(1L, 26L);
    }

    @Test
    void aTrendIsSeenWhereThereIsOne() {
        List<Cell> cells = new ArrayList<>();
        SplitMix random = new SplitMix(22, 0);
        for (double x : LOG.x()) {
            cells.addAll(LOG.with(2 / Math.sqrt(x), List.of(x), 20).cells(random, 0));
        }
        assertThat(Comparison.of(cells).spread()).isEqualTo(Spread.TREND);
    }

    /** A prediction interval for a run that was held out holds it in 95 % of 1000 sweeps, or in 92 to 98 % as good as surely. */
    @Test
    void heldOutRunsArePredicted() {
        long held = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> {
                    SplitMix random = new SplitMix(23, i);
                    ScalingFit fit = ScalingFit.of(LOG.law(), LOG.cells(random, 0.1), Spread.COMMON);
                    double run = LOG.median(262_144) * StrictMath.exp(0.15 * Normal.quantile(random.nextDouble()));
                    return fit.at(262_144, 0.95).orElseThrow().prediction().contains(run);
                })
                .count();
        assertThat(held).isBetween(920L, 980L);
    }

    /** One run, seen exactly: normal with both variances. Two share the location, so their log density is that of a bivariate normal. */
    @Test
    void scoresIntegrateTheLocationOnce() {
        Predictive predictive = new Predictive(1, 0.3, 0.4);
        double sd = 0.5;
        double z = (1.7 - 1) / sd;
        assertThat(predictive.logScore(new double[] {1.7}, new double[] {1.7}))
                .isCloseTo(-0.5 * z * z - StrictMath.log(sd) - Normal.LOG_ROOT_TWO_PI, within(1e-10));
        double[] both = {1.7, 0.8};
        double u = (both[0] + both[1] - 2) / Math.sqrt(2);
        double v = (both[0] - both[1]) / Math.sqrt(2);
        double alongU = 0.4 * 0.4 + 2 * 0.3 * 0.3;
        double expected = -0.5 * (u * u / alongU + v * v / 0.16)
                - 0.5 * StrictMath.log(alongU * 0.16)
                - 2 * Normal.LOG_ROOT_TWO_PI;
        assertThat(predictive.logScore(both, both)).isCloseTo(expected, within(1e-10));
    }

    /** Three exact runs in each of three cells: least squares with the pooled variance over m - K, and Student's t. */
    @Test
    void slopesMediansAndResidualsHaveTheIntervalsOfLeastSquares() {
        double[] x = {64, 128, 256};
        double[][] logs = {{10, 10.2, 10.1}, {10.9, 10.7, 11}, {11.4, 11.8, 11.5}};
        List<Cell> cells = new ArrayList<>();
        double[] mean = new double[3];
        double square = 0;
        for (int i = 0; i < 3; i++) {
            List<Crossing> crossings = new ArrayList<>();
            for (double log : logs[i]) {
                mean[i] += log / 3;
                crossings.add(Crossing.between(StrictMath.exp(log), StrictMath.exp(log)));
            }
            for (double log : logs[i]) {
                square += (log - mean[i]) * (log - mean[i]);
            }
            cells.add(Cell.of(x[i], crossings));
        }
        double half = Confidence.studentT(0.95, 6) * Math.sqrt(square / 6);
        Comparison comparison = Comparison.of(cells);
        assertThat(comparison.spread()).isEqualTo(Spread.COMMON);
        for (int i = 0; i < 2; i++) {
            Interval slope = comparison.slopes().get(i).interval();
            double value = (mean[i + 1] - mean[i]) / StrictMath.log(2);
            double width = half * Math.sqrt(2.0 / 3) / StrictMath.log(2);
            assertThat(slope.lower()).isCloseTo(value - width, within(1e-9));
            assertThat(slope.upper()).isCloseTo(value + width, within(1e-9));
        }
        Interval median = comparison.cells().get(1).median().orElseThrow().interval();
        assertThat(StrictMath.log(median.upper())).isCloseTo(mean[1] + half / Math.sqrt(3), within(1e-9));
        Residual residual =
                comparison.find(PowerLaw.POWER).orElseThrow().residuals().get(2);
        assertThat(residual.interval().upper() - residual.value()).isCloseTo(half / Math.sqrt(3), within(1e-9));
    }

    @Test
    void aiccIsItsFormula() {
        ScalingFit fit = ScalingFit.of(LOG.law(), LOG.cells(new SplitMix(24, 0), 0), Spread.COMMON);
        assertThat(fit.crossings()).isEqualTo(72);
        assertThat(fit.aicc()).isCloseTo(6 - 2 * fit.logLikelihood() + 24.0 / 68, within(1e-12));
    }
}
