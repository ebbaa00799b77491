package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BestLineTest {
    private static Task task(TargetFunction target, InputLaw law) {
        return new Task(target, law, 5, 0.1);
    }

    /**
     * A line x2 = s x1 errs between itself and the sine: {@code E |Phi(s x1) - Phi(sin x1)|}, by the trapezoidal rule over x1, with the
     * normal law by its own integral, for a thousand slopes.
     */
    @Test
    void theBestLineBesideASineIsThatOfAllSlopes() {
        double least = 1;
        double best = 0;
        for (int i = 0; i <= 1000; i++) {
            double slope = 0.5 + i * 0.001;
            double error = mean(x -> Math.abs(below(slope * x) - below(Math.sin(x))));
            if (error < least) {
                least = error;
                best = slope;
            }
        }
        assertThat(best).isCloseTo(0.875, within(0.005));
        assertThat(least).isCloseTo(0.0315, within(5e-5));
        assertThat(BestLine.error(task(new TargetFunction.SineBoundary(), new InputLaw.Gaussian())))
                .hasValueCloseTo(least, within(1e-5));
    }

    /** An eighth of the plane on either side of a quadrant's own diagonal is on the wrong side of the line. */
    @Test
    void theBestLineOfAQuadrantErrsOnAQuarter() {
        assertThat(BestLine.error(task(new TargetFunction.And(), new InputLaw.Gaussian())))
                .hasValueCloseTo(0.25, within(1e-9));
        assertThat(BestLine.error(task(new TargetFunction.Or(), new InputLaw.Gaussian())))
                .hasValueCloseTo(0.25, within(1e-9));
    }

    @Test
    void noLineIsBetterThanAGuessAtXor() {
        assertThat(BestLine.error(task(new TargetFunction.Xor(), new InputLaw.Gaussian())))
                .isEmpty();
    }

    @Test
    void itIsAboutPlanesUnderTheNormalLaw() {
        assertThat(BestLine.error(task(new TargetFunction.And(), new InputLaw.Uniform())))
                .isEmpty();
        assertThat(BestLine.error(task(new TargetFunction.Parity(3), new InputLaw.Gaussian())))
                .isEmpty();
        assertThat(BestLine.error(task(TargetFunction.Formula.parse("sign(x1 + x2)"), new InputLaw.Gaussian())))
                .isEmpty();
        Task stretched =
                new Task(new TargetFunction.And(), new InputLaw.Gaussian(), 5, 0, new Covariance.Equicorrelated(), 0.5);
        assertThat(BestLine.error(stretched)).isEmpty();
    }

    private static double mean(DoubleUnaryOperator of) {
        double sum = 0;
        for (int i = -2000; i <= 2000; i++) {
            double x = 0.004 * i;
            sum += 0.004 * density(x) * of.applyAsDouble(x);
        }
        return sum;
    }

    /** Simpson's rule from 0. */
    private static double below(double x) {
        int steps = 40;
        double width = x / steps;
        double sum = density(0) + density(x);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(i * width);
        }
        return 0.5 + sum * width / 3;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
