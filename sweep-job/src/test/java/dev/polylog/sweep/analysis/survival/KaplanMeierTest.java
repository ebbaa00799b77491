package dev.polylog.sweep.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The data set {@code aml} of R's package survival: remission of leukemia, in weeks, with and without maintained chemotherapy
 * (Embury and others, 1977; Miller, <i>Survival analysis</i>, 1981, page 49). Expected values: what R 4.2.2 with survival 3.5-3
 * prints for {@code survfit(Surv(time, status) ~ x, aml, conf.type = "log-log")}.
 */
class KaplanMeierTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final List<Crossing> MAINTAINED = times(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161);
    private static final List<Crossing> NONMAINTAINED = times(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45);

    /** Negative: censored. */
    private static List<Crossing> times(double... times) {
        List<Crossing> crossings = new ArrayList<>();
        for (double time : times) {
            crossings.add(time > 0 ? Crossing.between(time, time) : Crossing.after(-time));
        }
        return crossings;
    }

    private static void checkStep(
            KaplanMeier.Step step, double time, int atRisk, double survival, double error, double lower, double upper) {
        assertThat(step.samples()).isEqualTo(time);
        assertThat(step.atRisk()).isEqualTo(atRisk);
        assertThat(step.survival()).isCloseTo(survival, within(5.1e-4));
        assertThat(step.standardError()).isCloseTo(error, within(5.1e-5));
        assertThat(step.interval(0.95).lower()).isCloseTo(lower, within(5.1e-5));
        assertThat(step.interval(0.95).upper()).isCloseTo(upper, within(5.1e-4));
    }

    @Test
    void curveOfTheMaintained() {
        List<KaplanMeier.Step> steps = KaplanMeier.ofUpperEnds(MAINTAINED).steps();
        assertThat(steps).hasSize(7);
        checkStep(steps.get(0), 9, 11, 0.909, 0.0867, 0.5081, 0.987);
        checkStep(steps.get(1), 13, 10, 0.818, 0.1163, 0.4474, 0.951);
        checkStep(steps.get(2), 18, 8, 0.716, 0.1397, 0.3502, 0.899);
        checkStep(steps.get(3), 23, 7, 0.614, 0.1526, 0.2658, 0.835);
        checkStep(steps.get(4), 31, 5, 0.491, 0.1642, 0.1673, 0.753);
        checkStep(steps.get(5), 34, 4, 0.368, 0.1627, 0.0928, 0.657);
        checkStep(steps.get(6), 48, 2, 0.184, 0.1535, 0.0117, 0.525);
    }

    @Test
    void curveOfTheNonmaintained() {
        List<KaplanMeier.Step> steps = KaplanMeier.ofUpperEnds(NONMAINTAINED).steps();
        assertThat(steps).hasSize(9);
        checkStep(steps.get(0), 5, 12, 0.8333, 0.1076, 0.48171, 0.956);
        checkStep(steps.get(1), 8, 10, 0.6667, 0.1361, 0.33702, 0.860);
        checkStep(steps.get(4), 27, 5, 0.3889, 0.1470, 0.12627, 0.650);
        checkStep(steps.get(7), 43, 2, 0.0972, 0.0919, 0.00575, 0.349);
        assertThat(steps.get(8).survival()).isZero();
        assertThat(steps.get(8).standardError()).isNaN();
    }

    @Test
    void quantilesHaveTheIntervalsOfR() {
        KaplanMeier maintained = KaplanMeier.ofUpperEnds(MAINTAINED);
        KaplanMeier nonmaintained = KaplanMeier.ofUpperEnds(NONMAINTAINED);
        assertThat(maintained.median()).isEqualTo(new Quantile(0.5, 31, new Interval(13, INF)));
        assertThat(nonmaintained.median()).isEqualTo(new Quantile(0.5, 23, new Interval(5, 33)));
        assertThat(maintained.quantile(0.25, 0.95)).isEqualTo(new Quantile(0.25, 18, new Interval(9, 34)));
        assertThat(nonmaintained.quantile(0.25, 0.95)).isEqualTo(new Quantile(0.25, 8, new Interval(5, 23)));
        assertThat(maintained.quantile(0.75, 0.95)).isEqualTo(new Quantile(0.75, 48, new Interval(31, INF)));
        assertThat(nonmaintained.quantile(0.75, 0.95)).isEqualTo(new Quantile(0.75, 33, new Interval(23, INF)));
    }

    @Test
    void aFlatStretchAtTheLevelCountsAtItsMiddle() {
        assertThat(KaplanMeier.ofUpperEnds(times(1, 2, 3, 4)).median().estimate())
                .isEqualTo(2.5);
    }

    @Test
    void whatMostRunsNeverReachIsNotReached() {
        Quantile median = KaplanMeier.ofUpperEnds(times(10, -20, -20, -20)).median();
        assertThat(median.isReached()).isFalse();
        assertThat(median).hasToString("not reached (0.0000 to not reached)");
        assertThat(KaplanMeier.ofUpperEnds(List.of()).median().isReached()).isFalse();
    }

    @Test
    void runsCountWhereTheyWereSeen() {
        List<Crossing> crossings = List.of(
                Crossing.between(10, 20), Crossing.between(20, 30), Crossing.between(30, 40), Crossing.after(20));
        assertThat(KaplanMeier.ofUpperEnds(crossings).median().estimate()).isEqualTo(30);
        assertThat(KaplanMeier.ofUpperEnds(crossings).survival(29)).isEqualTo(0.75);
    }

    /** One run at 100 and one seen until 200: any median from 100 on is possible, and R says 150. */
    @Test
    void aCurveThatEndsAtTheLevelCountsUpToTheLastFollowUp() {
        Quantile median = KaplanMeier.ofUpperEnds(times(100, -200)).median();
        assertThat(median.estimate()).isEqualTo(150);
        assertThat(KaplanMeier.ofUpperEnds(times(1, 3, -4, -8)).median().estimate())
                .isEqualTo(5.5);
    }

    /** All of five runs are above the median in 3.1 % of samples, all of six in 1.6 %; where all fall together R knows no interval. */
    @Test
    void fewRunsSetNoLowerEnd() {
        assertThat(KaplanMeier.ofUpperEnds(times(1, 2, 3, 4, 5)).median().interval())
                .isEqualTo(new Interval(0, INF));
        assertThat(KaplanMeier.ofUpperEnds(times(1, 2, 3, 4, 5, 6))
                        .median()
                        .interval()
                        .lower())
                .isEqualTo(1);
        assertThat(KaplanMeier.ofUpperEnds(times(7)).median()).isEqualTo(new Quantile(0.5, 7, new Interval(0, INF)));
        assertThat(KaplanMeier.ofUpperEnds(times(7, 7, 7, 7, 7, 7, 7, 7)).quantile(0.5, 0.95))
                .isEqualTo(new Quantile(0.5, 7, new Interval(0, INF)));
    }
}
