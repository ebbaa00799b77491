package dev.polylog.sweep.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FourPointsTest {
    private static final Neuron TRAPPED = new Neuron(1, 0.3, 0.3, 0.1);
    private static final Neuron RIGHT = new Neuron(1, 0.5, -0.5, 0);

    @Test
    void theTrapIsOneDiagonalAndTheSolutionTheOther() {
        assertThat(FourPoints.diagonality(List.of(TRAPPED, new Neuron(1, -2, -2, 0))))
                .isCloseTo(1, within(1e-12));
        assertThat(FourPoints.diagonality(List.of(RIGHT, new Neuron(1, -0.5, 0.5, 0))))
                .isCloseTo(-1, within(1e-12));
        assertThat(FourPoints.diagonality(List.of(new Neuron(1, 0, 3, 0)))).isZero();
    }

    @Test
    void neuronsThatAreNowhereActiveDoNotCount() {
        Neuron dead = new Neuron(1, 1, 1, -3);
        assertThat(FourPoints.diagonality(List.of(dead, RIGHT))).isCloseTo(-1, within(1e-12));
        assertThat(FourPoints.diagonality(List.of(dead))).isNaN();
    }

    /** One neuron that is active at (1, -1) alone: the Hessian is 2 / 4 times v v', v = (1, -1, 1). */
    @Test
    void betweenKinksTheLossCurvesDownNowhere() {
        assertThat(FourPoints.leastCurvature(List.of(new Neuron(1, 0.5, -0.5, -0.1))))
                .isCloseTo(0, within(1e-9));
        assertThat(FourPoints.leastCurvature(List.of(TRAPPED, RIGHT))).isGreaterThan(-1e-9);
    }

    /** At the edge of the half-plane with a point of class 1 that is not met, the way in is down and the way out is level. */
    @Test
    void aKinkTowardsAPointOfClassOneCurvesDown() {
        assertThat(FourPoints.leastCurvature(List.of(new Neuron(1, 0.5, -0.5, -1))))
                .isLessThan(-1e3);
    }
}
