package dev.polylog.sweep.analysis.growth;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Networks f(x) = sum_j a_j relu(w_j . x + b_j) on the four points of XOR, (1, -1) and (-1, 1) of class 1, (1, 1) and (-1, -1) of class 0,
 * under the mean over the points of (f - class)^2.
 */
public final class FourPoints {
    private static final double[][] POINTS = {{1, -1}, {-1, 1}, {1, 1}, {-1, -1}};
    private static final double[] CLASSES = {1, 1, 0, 0};

    /** Parameters of a neuron: both weights and the bias. */
    private static final int EACH = 3;

    /** Of differences. The gradient is linear between kinks, so that a step only has to be short against the way to them. */
    private static final double STEP = 1e-5;

    private FourPoints() {}

    /**
     * The mean of sin(2 phi), phi the angle of (w1, w2), over the neurons that are active at one of the points, weighted by norm: 1 along
     * ±(1, 1), -1 along ±(1, -1), 0 along the axes. NaN without an active neuron.
     */
    public static double diagonality(List<Neuron> neurons) {
        double sum = 0;
        double norms = 0;
        for (Neuron neuron : neurons) {
            double norm = Math.hypot(neuron.w1(), neuron.w2());
            if (norm > 0 && isActive(neuron)) {
                sum += norm * (2 * (neuron.w1() / norm) * (neuron.w2() / norm));
                norms += norm;
            }
        }
        return sum / norms;
    }

    private static boolean isActive(Neuron neuron) {
        return Arrays.stream(POINTS)
                .anyMatch(point -> neuron.w1() * point[0] + neuron.w2() * point[1] + neuron.bias() > 0);
    }

    /**
     * The least eigenvalue of the Hessian of the loss in the first weights and biases, by central differences of its gradient. Between
     * kinks the loss is a square of linear functions, whose Hessian has none below 0; where a neuron is at a kink, differences see both of
     * its sides.
     */
    public static double leastCurvature(List<Neuron> neurons) {
        double[] parameters = new double[EACH * neurons.size()];
        for (int j = 0; j < neurons.size(); j++) {
            parameters[EACH * j] = neurons.get(j).w1();
            parameters[EACH * j + 1] = neurons.get(j).w2();
            parameters[EACH * j + 2] = neurons.get(j).bias();
        }
        double[][] hessian = new double[parameters.length][parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            double[] above = gradient(neurons, moved(parameters, k, STEP));
            double[] below = gradient(neurons, moved(parameters, k, -STEP));
            for (int l = 0; l < parameters.length; l++) {
                double difference = (above[l] - below[l]) / (2 * STEP);
                hessian[k][l] += difference / 2;
                hessian[l][k] += difference / 2;
            }
        }
        return Arrays.stream(new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian)).getEigenvalues())
                .min()
                .orElseThrow();
    }

    private static double[] moved(double[] parameters, int which, double by) {
        double[] moved = parameters.clone();
        moved[which] += by;
        return moved;
    }

    private static double[] gradient(List<Neuron> neurons, double[] parameters) {
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < POINTS.length; i++) {
            double output = 0;
            double[] active = new double[neurons.size()];
            for (int j = 0; j < neurons.size(); j++) {
                double preactivation = parameters[EACH * j] * POINTS[i][0]
                        + parameters[EACH * j + 1] * POINTS[i][1]
                        + parameters[EACH * j + 2];
                active[j] = preactivation > 0 ? neurons.get(j).outputWeight() : 0;
                output += active[j] * preactivation;
            }
            double slope = 2 * (output - CLASSES[i]) / POINTS.length;
            for (int j = 0; j < neurons.size(); j++) {
                gradient[EACH * j] += slope * active[j] * POINTS[i][0];
                gradient[EACH * j + 1] += slope * active[j] * POINTS[i][1];
                gradient[EACH * j + 2] += slope * active[j];
            }
        }
        return gradient;
    }
}
