package dev.polylog.trainer.oracle;

import dev.polylog.trainer.network.TwoLayerNetwork;

/** The network, its loss and one step of SGD in double precision, one sample and one neuron at a time. */
public final class NaiveNetwork {
    public final double[][] w;
    public final double[] a;

    public NaiveNetwork(double[][] w, double[] a) {
        this.w = w;
        this.a = a;
    }

    public static NaiveNetwork of(TwoLayerNetwork network) {
        double[][] w = new double[network.width()][network.d()];
        double[] a = new double[network.width()];
        for (int j = 0; j < network.width(); j++) {
            a[j] = network.outputWeights()[j];
            for (int k = 0; k < network.d(); k++) {
                w[j][k] = network.hiddenWeights()[j * network.d() + k];
            }
        }
        return new NaiveNetwork(w, a);
    }

    public double output(double[] x) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * Math.max(0, dot(w[j], x));
        }
        return sum / a.length;
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
            sum += loss(y[i], output(x[i]));
        }
        return sum / x.length;
    }

    /** {@code w_j -= eta mean a_j l' 1[w_j.x > 0] x, a_j -= eta mean l' relu(w_j.x)}, both from the old parameters. */
    public NaiveNetwork step(double[][] x, double[] y, double eta) {
        double[][] newW = new double[a.length][];
        double[] newA = a.clone();
        for (int j = 0; j < a.length; j++) {
            newW[j] = w[j].clone();
            for (int i = 0; i < x.length; i++) {
                double h = dot(w[j], x[i]);
                double rate = eta * slope(y[i], output(x[i])) / x.length;
                newA[j] -= rate * Math.max(0, h);
                for (int k = 0; k < x[i].length; k++) {
                    newW[j][k] -= h > 0 ? rate * a[j] * x[i][k] : 0;
                }
            }
        }
        return new NaiveNetwork(newW, newA);
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }
}
