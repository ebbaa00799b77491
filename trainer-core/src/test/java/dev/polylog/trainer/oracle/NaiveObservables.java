package dev.polylog.trainer.oracle;

import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The columns of a checkpoint from their definitions, for a network in double precision and a batch of clean samples.
 *
 * <p>A block is a direction mu with a label: mu1 = (1, -1) with +1, mu2 = (1, 1) with -1, either sign.
 */
public final class NaiveObservables {
    private static final String[] BLOCKS = {"mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus"};
    private static final int[][] CENTRES = {{1, -1}, {-1, 1}, {1, 1}, {-1, -1}};
    private static final int[] LABELS = {1, 1, -1, -1};

    private NaiveObservables() {}

    public static Map<String, Double> of(TwoLayerNetwork single, Batch test, double q, double zeta) {
        NaiveNetwork network = NaiveNetwork.of(single);
        Map<String, Double> columns = new HashMap<>();
        ofSamples(network, test, q, columns);
        ofNeurons(network, zeta, columns);
        ofBlocks(network, zeta, columns);
        ofPlane(network, columns);
        ofPairs(network, columns);
        return columns;
    }

    /** What neurons share outside of the plane, pair by pair. */
    private static void ofPairs(NaiveNetwork network, Map<String, Double> columns) {
        double sum = 0;
        int pairs = 0;
        for (int j = 0; j < network.a.length; j++) {
            for (int k = 0; k < j; k++) {
                double product = 0;
                for (int i = 2; i < network.w[j].length; i++) {
                    product += network.w[j][i] * network.w[k][i];
                }
                double norms = perpendicular(network, j) * perpendicular(network, k);
                if (norms > 0) {
                    boolean areAlike = network.a[j] >= 0 == network.a[k] >= 0;
                    sum += (areAlike ? 1 : -1) * product / norms;
                    pairs++;
                }
            }
        }
        if (pairs > 0) {
            columns.put("rest_overlap", sum / pairs);
        }
    }

    /** Moments of the neurons' directions in the first two coordinates, and the share of the weights there. */
    private static void ofPlane(NaiveNetwork network, Map<String, Double> columns) {
        double inside = 0;
        double all = 0;
        double weightedInside = 0;
        double weightedAll = 0;
        double total = 0;
        double[] mean = new double[2];
        double pair = 0;
        for (int j = 0; j < network.a.length; j++) {
            double[] w = network.w[j];
            double a = network.a[j];
            double square = NaiveNetwork.dot(w, w);
            double planar = w[0] * w[0] + w[1] * w[1];
            inside += planar;
            all += square;
            weightedInside += a * a * planar;
            weightedAll += a * a * square;
            total += Math.abs(a) * Math.sqrt(square);
            mean[0] += a * w[0];
            mean[1] += a * w[1];
            pair += a * w[0] * w[1] / Math.sqrt(square);
        }
        columns.put("subspace_overlap", inside / all);
        columns.put("subspace_overlap_weighted", weightedInside / weightedAll);
        columns.put("alignment_1", Math.hypot(mean[0], mean[1]) / total);
        columns.put("alignment_2", 2 * Math.abs(pair) / total);
    }

    private static void ofSamples(NaiveNetwork network, Batch test, double q, Map<String, Double> columns) {
        int n = test.y.length;
        double loss = 0;
        double error = 0;
        double gap = 0;
        double clean = 0;
        double[] growth = new double[4];
        double[] f1 = new double[n];
        for (int i = 0; i < n; i++) {
            double[] x = test.x[i];
            double y = test.y[i];
            double[] z = new double[x.length];
            z[0] = x[0];
            z[1] = x[1];
            double f = network.output(x);
            f1[i] = f;
            loss += NaiveNetwork.loss(y, f) / n;
            error += (1 - Math.signum(y * f)) / 2 / n;
            double cleanSlope = NaiveNetwork.slope(y, network.output(z));
            double slope = NaiveNetwork.slope(y, f);
            gap += Math.pow(slope - cleanSlope, 2);
            clean += Math.pow(cleanSlope, 2);
            double noisySlope = (1 - q) * slope + q * NaiveNetwork.slope(-y, f);
            for (int b = 0; b < 4; b++) {
                double ux = (CENTRES[b][0] * x[0] + CENTRES[b][1] * x[1]) / Math.sqrt(2);
                growth[b] += -noisySlope * LABELS[b] * Math.max(0, ux) / n;
            }
        }
        columns.put("correlation", correlation(f1, test.y));
        columns.put("test_loss", loss);
        columns.put("test_error", error);
        columns.put("clean_gap", Math.sqrt(gap / clean));
        for (int b = 0; b < 4; b++) {
            columns.put("growth_" + BLOCKS[b], growth[b]);
        }
    }

    /** Covariance over standard deviations, in two passes. */
    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - meanX) * (y[i] - meanY);
            squareX += (x[i] - meanX) * (x[i] - meanX);
            squareY += (y[i] - meanY) * (y[i] - meanY);
        }
        return product / Math.sqrt(squareX * squareY);
    }

    private static void ofNeurons(NaiveNetwork network, double zeta, Map<String, Double> columns) {
        int p = network.a.length;
        double[] squares = new double[4];
        double residual = 0;
        double heavy = 0;
        double aligned = 0;
        double weight = 0;
        double gap = Double.POSITIVE_INFINITY;
        for (int j = 0; j < p; j++) {
            double a = Math.abs(network.a[j]);
            double norm = Math.sqrt(NaiveNetwork.dot(network.w[j], network.w[j]));
            double signal = signal(network, j);
            double opposite = opposite(network, j);
            double perpendicular = perpendicular(network, j);
            squares[0] += signal * signal / p;
            squares[1] += opposite * opposite / p;
            squares[2] += perpendicular * perpendicular / p;
            squares[3] += a * a / p;
            residual += a * Math.hypot(opposite, perpendicular) / p;
            heavy += perpendicular + opposite <= zeta * signal ? 1.0 / p : 0;
            aligned += a * norm * (signal / norm);
            weight += a * norm;
            gap = Math.min(gap, norm - a);
        }
        columns.put("signal_norm", Math.sqrt(squares[0]));
        columns.put("opposite_norm", Math.sqrt(squares[1]));
        columns.put("perpendicular_norm", Math.sqrt(squares[2]));
        columns.put("output_norm", Math.sqrt(squares[3]));
        columns.put("residual_mass", residual);
        columns.put("heavy_fraction", heavy);
        columns.put("alignment", aligned / weight);
        columns.put("layer_gap_min", gap);
    }

    private static void ofBlocks(NaiveNetwork network, double zeta, Map<String, Double> columns) {
        int p = network.a.length;
        double[] mass = new double[4];
        double[] margin = new double[4];
        for (int b = 0; b < 4; b++) {
            double heavy = 0;
            for (int j = 0; j < p; j++) {
                if (block(network, j) == b) {
                    double signal = signal(network, j);
                    mass[b] += Math.abs(network.a[j]) * signal / p;
                    heavy += perpendicular(network, j) + opposite(network, j) <= zeta * signal ? 1.0 / p : 0;
                }
            }
            double[] centre = new double[network.w[0].length];
            centre[0] = CENTRES[b][0];
            centre[1] = CENTRES[b][1];
            margin[b] = network.output(centre) * LABELS[b];
            columns.put("mass_" + BLOCKS[b], mass[b]);
            columns.put("margin_" + BLOCKS[b], margin[b]);
            columns.put("heavy_" + BLOCKS[b], heavy);
        }
        Arrays.sort(mass);
        Arrays.sort(margin);
        columns.put("block_imbalance", mass[0] == 0 ? Double.POSITIVE_INFINITY : mass[3] / mass[0] - 1);
        columns.put("margin_min", margin[0]);
        columns.put("margin_max", margin[3]);
    }

    private static int block(NaiveNetwork network, int j) {
        double[] w = network.w[j];
        if (network.a[j] >= 0) {
            return w[0] - w[1] >= 0 ? 0 : 1;
        }
        return w[0] + w[1] >= 0 ? 2 : 3;
    }

    private static double signal(NaiveNetwork network, int j) {
        double[] w = network.w[j];
        return Math.abs(network.a[j] >= 0 ? w[0] - w[1] : w[0] + w[1]) / Math.sqrt(2);
    }

    private static double opposite(NaiveNetwork network, int j) {
        double[] w = network.w[j];
        return Math.abs(network.a[j] >= 0 ? w[0] + w[1] : w[0] - w[1]) / Math.sqrt(2);
    }

    private static double perpendicular(NaiveNetwork network, int j) {
        double square = 0;
        for (int k = 2; k < network.w[j].length; k++) {
            square += network.w[j][k] * network.w[j][k];
        }
        return Math.sqrt(square);
    }
}
