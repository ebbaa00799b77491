package dev.polylog.trainer.limit;

/** Means of the clean label with each neuron, in closed form: what drives the weights, however small they are. */
final class LabelMeans {
    private static final int MEANS = 3;

    private final LabelPlane plane;
    private final SummaryStatistics state;
    private final double[] means;

    LabelMeans(LabelPlane plane, SummaryStatistics state) {
        this.plane = plane;
        this.state = state;
        this.means = new double[MEANS * state.width()];
    }

    static double bytes(double width) {
        return Double.BYTES * MEANS * width;
    }

    void compute() {
        for (int j = 0; j < state.width(); j++) {
            plane.meansOfLabel(state.s1()[j], state.s2()[j], state.deviation(j), means, MEANS * j);
        }
    }

    /** {@code E[y 1[h>0] z1]}. */
    double plane1(int neuron) {
        return means[MEANS * neuron];
    }

    /** {@code E[y 1[h>0] z2]}. */
    double plane2(int neuron) {
        return means[MEANS * neuron + 1];
    }

    /** {@code E[y delta(h)]}. */
    double boundary(int neuron) {
        return means[MEANS * neuron + 2];
    }

    /** {@code E[y relu(h)]}. */
    double activation(int neuron) {
        return state.s1()[neuron] * plane1(neuron)
                + state.s2()[neuron] * plane2(neuron)
                + state.variance(neuron) * boundary(neuron);
    }

    /** {@code E[y f]}. */
    double output() {
        double sum = 0;
        for (int j = 0; j < state.width(); j++) {
            sum += state.outputs()[j] * activation(j);
        }
        return sum / state.width();
    }
}
