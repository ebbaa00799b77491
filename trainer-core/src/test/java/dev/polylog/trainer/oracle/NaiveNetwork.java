package dev.polylog.trainer.oracle;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.TwoLayerNetwork;

/**
 * A network, its loss and one step of plain descent in double precision, one sample and one neuron at a time. Activations and
 * losses are written down a second time, by their names.
 */
public final class NaiveNetwork {
    public final double[][] w;
    public final double[] a;
    public final double[] b;
    private final boolean hasBiases;
    private final String activation;
    private final double leak;
    private final double factor;
    private final String loss;

    /** A mean-field ReLU network without biases under the logistic loss. */
    public NaiveNetwork(double[][] w, double[] a) {
        this(w, a, new double[a.length], false, "relu", 0, 1.0 / a.length, "logistic");
    }

    private NaiveNetwork(
            double[][] w,
            double[] a,
            double[] b,
            boolean hasBiases,
            String activation,
            double leak,
            double factor,
            String loss) {
        this.w = w;
        this.a = a;
        this.b = b;
        this.hasBiases = hasBiases;
        this.activation = activation;
        this.leak = leak;
        this.factor = factor;
        this.loss = loss;
    }

    /** Under the logistic loss. */
    public static NaiveNetwork of(TwoLayerNetwork network) {
        return of(network, "logistic");
    }

    public static NaiveNetwork of(TwoLayerNetwork network, Loss loss) {
        return of(network, loss.toString());
    }

    private static NaiveNetwork of(TwoLayerNetwork network, String loss) {
        double[][] w = new double[network.width()][network.d()];
        double[] a = new double[network.width()];
        double[] b = new double[network.width()];
        for (int j = 0; j < network.width(); j++) {
            a[j] = network.outputWeights()[j];
            b[j] = network.hasBiases() ? network.biases()[j] : 0;
            for (int k = 0; k < network.d(); k++) {
                w[j][k] = network.hiddenWeights()[j * network.d() + k];
            }
        }
        Architecture architecture = network.architecture();
        double leak = architecture.activation() instanceof Activation.LeakyRelu leaky ? leaky.leak() : 0;
        double factor = architecture.scaling().toString().equals("standard") ? 1 : 1.0 / a.length;
        return new NaiveNetwork(
                w, a, b, network.hasBiases(), architecture.activation().toString(), leak, factor, loss);
    }

    /** The same network with other output weights. */
    public NaiveNetwork withOutputs(double[] others) {
        return new NaiveNetwork(w, others, b, hasBiases, activation, leak, factor, loss);
    }

    /** {@code s(h)}. */
    public double activation(double h) {
        return switch (activation) {
            case "relu" -> Math.max(0, h);
            case "abs" -> Math.abs(h);
            case "leaky-relu" -> Math.max(leak * h, h);
            case "tanh" -> StrictMath.tanh(h);
            case "quadratic" -> h * h;
            default -> throw new IllegalArgumentException("No oracle for " + activation);
        };
    }

    /** {@code s'(h)}. */
    public double activationSlope(double h) {
        return switch (activation) {
            case "relu" -> h > 0 ? 1 : 0;
            case "abs" -> Math.signum(h);
            case "leaky-relu" -> h > 0 ? 1 : leak;
            case "tanh" -> 1 / StrictMath.pow(StrictMath.cosh(h), 2);
            case "quadratic" -> 2 * h;
            default -> throw new IllegalArgumentException("No oracle for " + activation);
        };
    }

    /** {@code l(t, f)} of this network's loss. */
    public double lossOf(double t, double f) {
        return switch (loss) {
            case "logistic" -> loss(t, f);
            case "squared" -> (t - f) * (t - f);
            case "hinge" -> Math.max(0, 1 - t * f);
            default -> throw new IllegalArgumentException("No oracle for " + loss);
        };
    }

    /** {@code dl/df} of this network's loss. */
    public double slopeOf(double t, double f) {
        return switch (loss) {
            case "logistic" -> slope(t, f);
            case "squared" -> -2 * (t - f);
            case "hinge" -> t * f < 1 ? -t : 0;
            default -> throw new IllegalArgumentException("No oracle for " + loss);
        };
    }

    public double output(double[] x) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * activation(dot(w[j], x) + b[j]);
        }
        return factor * sum;
    }

    /** The output for pre-activations, which may be followed by other numbers. */
    public double outputOf(double[] preActivations) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * activation(preActivations[j]);
        }
        return factor * sum;
    }

    /** {@code 2 log(1 + exp(-y f))}. */
    public static double loss(double y, double f) {
        return 2 * StrictMath.log1p(StrictMath.exp(-y * f));
    }

    /** {@code -2 y / (1 + exp(y f))}. */
    public static double slope(double y, double f) {
        return -2 * y / (1 + StrictMath.exp(y * f));
    }

    public double meanLoss(double[][] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += lossOf(y[i], output(x[i]));
        }
        return sum / x.length;
    }

    /** {@code w_j -= eta mean a_j l' s' x, b_j -= eta mean a_j l' s', a_j -= eta mean l' s}, all from the old parameters. */
    public NaiveNetwork step(double[][] x, double[] y, double eta) {
        double[][] newW = new double[a.length][];
        double[] newA = a.clone();
        double[] newB = b.clone();
        for (int j = 0; j < a.length; j++) {
            newW[j] = w[j].clone();
            for (int i = 0; i < x.length; i++) {
                double h = dot(w[j], x[i]) + b[j];
                double rate = eta * slopeOf(y[i], output(x[i])) / x.length;
                newA[j] -= rate * activation(h);
                newB[j] -= hasBiases ? rate * a[j] * activationSlope(h) : 0;
                for (int k = 0; k < x[i].length; k++) {
                    newW[j][k] -= rate * a[j] * activationSlope(h) * x[i][k];
                }
            }
        }
        return new NaiveNetwork(newW, newA, newB, hasBiases, activation, leak, factor, loss);
    }

    /**
     * Central difference of the mean loss, by the sum over neurons rather than by the output: over the factor between them.
     *
     * @param weights an array of this network's weights
     */
    public double difference(double[][] x, double[] y, double[] weights, int at, double h) {
        double before = weights[at];
        weights[at] = before + h;
        double above = meanLoss(x, y);
        weights[at] = before - h;
        double below = meanLoss(x, y);
        weights[at] = before;
        return (above - below) / (2 * h) / factor;
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }
}
