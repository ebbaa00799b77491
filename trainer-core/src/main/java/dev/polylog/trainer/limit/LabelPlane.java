package dev.polylog.trainer.limit;

import dev.polylog.trainer.task.InputLaw;
import java.util.List;
import java.util.Optional;

/**
 * The law of an input in the plane that the label of XOR depends on, in the coordinates {@code z = (u1.x, u2.x)} in which the
 * label is +1 where {@code |z1| > |z2|}. With z comes -z, and has the same label: a node stands for the two.
 */
public sealed interface LabelPlane permits GaussianPlane, BooleanPlane {

    /** The plane of a law of inputs; empty if the limit is not known for it. */
    static Optional<LabelPlane> of(InputLaw inputs) {
        if (inputs instanceof InputLaw.Gaussian) {
            return Optional.of(GaussianPlane.usual());
        }
        return inputs instanceof InputLaw.BooleanCube ? Optional.of(new BooleanPlane()) : Optional.empty();
    }

    /**
     * Half of the nodes of a quadrature.
     *
     * @param z1 first coordinate
     * @param z2 second coordinate
     * @param weight of z, and of -z as well; all nodes and their opposites have weight 1 together
     * @param label of both
     */
    record Node(double z1, double z2, double weight, int label) {}

    /** The nodes of a quadrature over z, without their opposites. */
    List<Node> nodes();

    /**
     * What labels have of a neuron's gate, in closed form: of {@code h = s.z + N(0, sigma^2)} the means {@code E[y 1[h>0] z1]},
     * {@code E[y 1[h>0] z2]} and {@code E[y delta(h)]}, of small relative error for any {@code s / sigma}.
     *
     * @param sigma more than 0
     * @param out overwritten from {@code at} on: 3
     */
    void meansOfLabel(double s1, double s2, double sigma, double[] out, int at);

    /** {@code E[y relu(u1.x)]}: how fast a neuron along u1 grows while the output is zero. */
    double growth();
}
