package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 95 % intervals hold the truth in 92 to 98 % of simulated sweeps: six cells of twelve runs, sigma 0.15.
 *
 * <p>Of 1000 sweeps, an interval that covers 95 % exactly holds the truth fewer than 920 or more than 980 times with a chance of
 * 2.1e-5 (binomial); the 56 checks of a run together give a false alarm with one of 1.2e-3. Seeds are fixed, so
 * a run that passes once passes always. The Maven profile {@code calibration} takes 10,000 sweeps, demands 93.5 to 96.5 % (a false
 * alarm of all has a chance below 1e-9), prints the table and looks at the bootstrap as well.
 */
class CoverageTest {
    private static final double[] CENSORED = {0, 0.1, 0.4};

    static Stream<Arguments> designs() {
        return Simulation.laws()
                .flatMap(simulation -> Arrays.stream(CENSORED).mapToObj(share -> Arguments.of(simulation, share)));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void profileIntervalsCover(Simulation simulation, double censored) {
        check(simulation, draws(simulation, censored), label(censored), 1000, 0.92, 0.98, CoverageTest::profiles);
    }

    @ParameterizedTest
    @MethodSource("designs")
    @Tag("calibration")
    void profileIntervalsCoverClosely(Simulation simulation, double censored) {
        check(simulation, draws(simulation, censored), label(censored), 10_000, 0.935, 0.965, CoverageTest::profiles);
    }

    /** A budget that half of the runs at d = 16,384 keep to and none at 65,536 does: the last cell tells a bound alone. */
    @ParameterizedTest
    @MethodSource("dev.polylog.sweep.analysis.scaling.Simulation#laws")
    void profileIntervalsCoverUnderOneBudgetForAll(Simulation simulation) {
        double budget = simulation.median(16_384);
        check(
                simulation,
                i -> simulation.within(new SplitMix(2027, i), budget),
                "one budget",
                1000,
                0.92,
                0.98,
                CoverageTest::profiles);
    }

    /** Percentiles of twelve runs a cell are known to be a little short; of 1000 sweeps 2.1 % is three standard errors. */
    @ParameterizedTest
    @MethodSource("designs")
    @Tag("calibration")
    void bootstrapIntervalsCoverRoughly(Simulation simulation, double censored) {
        check(simulation, draws(simulation, censored), label(censored), 1000, 0.90, 0.98, CoverageTest::bootstraps);
    }

    /** The quick start: four cells of ten runs. An interval that covers 95 % holds c1 in fewer than 920 with a chance of 2e-5. */
    @Test
    @Tag("calibration")
    void bootstrapIntervalsOfFourSmallCellsCover() {
        Simulation small = Simulation.law(Additive.LOG, 20, 60).with(0.06, Simulation.powers(16, 128, 2), 10);
        check(
                small,
                i -> small.seen(new SplitMix(2028, i), 1.02),
                "four cells of ten",
                1000,
                0.92,
                0.98,
                CoverageTest::bootstraps);
    }

    private static IntFunction<List<Cell>> draws(Simulation simulation, double censored) {
        return i -> simulation.cells(new SplitMix(2026, i), censored);
    }

    private static String label(double censored) {
        return Math.round(100 * censored) + " %";
    }

    private static List<Interval> profiles(ScalingFit fit, List<String> names) {
        return names.stream().map(name -> fit.estimate(name, 0.95).interval()).toList();
    }

    private static List<Interval> bootstraps(ScalingFit fit, List<String> names) {
        Bootstrap bootstrap = Bootstrap.of(fit, 400, 0.95);
        return names.stream().map(bootstrap.intervals()::get).toList();
    }

    private static void check(
            Simulation simulation,
            IntFunction<List<Cell>> cells,
            String label,
            int sweeps,
            double least,
            double most,
            BiFunction<ScalingFit, List<String>, List<Interval>> intervals) {
        List<String> names = simulation.law().parameters();
        int[][] held = IntStream.range(0, sweeps)
                .parallel()
                .mapToObj(i -> {
                    ScalingFit fit = ScalingFit.of(simulation.law(), cells.apply(i), Spread.COMMON);
                    assertThat(fit.isConverged()).isTrue();
                    List<Interval> found = intervals.apply(fit, names);
                    return IntStream.range(0, names.size())
                            .map(k -> found.get(k)
                                            .contains(simulation.parameters().get(k))
                                    ? 1
                                    : 0)
                            .toArray();
                })
                .toArray(int[][]::new);
        for (int k = 0; k < names.size(); k++) {
            int index = k;
            double share = Arrays.stream(held).mapToInt(row -> row[index]).sum() / (double) sweeps;
            if (Boolean.getBoolean("polylog.calibration")) {
                System.out.printf("| %s | %s | %s | %.1f %% |%n", simulation, names.get(k), label, 100 * share);
            }
            assertThat(share)
                    .as("%s of %s, %s censored", names.get(k), simulation, label)
                    .isBetween(least, most);
        }
    }
}
