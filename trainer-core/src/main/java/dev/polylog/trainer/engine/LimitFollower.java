package dev.polylog.trainer.engine;

import dev.polylog.trainer.limit.SummaryStatistics;
import dev.polylog.trainer.linalg.Blas;

/** Products of neurons with neurons as they were: the noise of a step has nothing of what was there before. */
final class LimitFollower implements StartProducts {
    private final SummaryStatistics state;
    private final double[] s1;
    private final double[] s2;
    private double[] rest;
    private double[] moved;

    LimitFollower(SummaryStatistics state) {
        this.state = state;
        this.s1 = state.s1().clone();
        this.s2 = state.s2().clone();
        this.rest = state.rest().clone();
        this.moved = new double[rest.length];
    }

    /** Follows a step of the first layer, which multiplies the rest: width x width. */
    void follow(double[] transition) {
        int width = state.width();
        Blas.multiply(transition, rest, 0, moved, width, width, width);
        double[] before = rest;
        rest = moved;
        moved = before;
    }

    @Override
    public double product(int neuron) {
        return state.s1()[neuron] * s1[neuron]
                + state.s2()[neuron] * s2[neuron]
                + rest[neuron * state.width() + neuron];
    }
}
