package dev.polylog.sweep.analysis.scaling;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The location eta of log n* in each cell as a function of coefficients: offset + theta . f, or offset + log(fixed + theta . f).
 */
final class Design {
    private final double[] offset;
    private final double[] fixed;
    private final double[][] features;
    private final boolean[] additive;

    private Design(double[] offset, double[] fixed, double[][] features, boolean[] additive) {
        this.offset = offset;
        this.fixed = fixed;
        this.features = features;
        this.additive = additive;
    }

    static Design of(ScalingLaw law, double[] x) {
        boolean[] additive = new boolean[x.length];
        Arrays.fill(additive, law.isAdditive());
        return new Design(
                Arrays.stream(x).map(law::offset).toArray(),
                Arrays.stream(x).map(law::fixedTerm).toArray(),
                Arrays.stream(x).mapToObj(law::features).toArray(double[][]::new),
                additive);
    }

    /** Rows of features, one a cell, without offset. */
    static Design linear(double[][] features) {
        return new Design(
                new double[features.length], new double[features.length], features, new boolean[features.length]);
    }

    /** A location of its own for each cell. */
    static Design saturated(int cells) {
        double[][] features = new double[cells][cells];
        for (int i = 0; i < cells; i++) {
            features[i][i] = 1;
        }
        return linear(features);
    }

    int coefficients() {
        return features[0].length;
    }

    /**
     * Location in a cell; NaN where the sum is not positive.
     *
     * @param gradient receives the derivatives in theta; the second derivatives are {@link #curvature} times its outer square
     */
    double location(int cell, double[] theta, double[] gradient) {
        double sum = fixed[cell];
        double[] f = features[cell];
        for (int k = 0; k < f.length; k++) {
            sum += theta[k] * f[k];
        }
        if (!additive[cell]) {
            System.arraycopy(f, 0, gradient, 0, f.length);
            return offset[cell] + sum;
        }
        if (!(sum > 0)) {
            return Double.NaN;
        }
        for (int k = 0; k < f.length; k++) {
            gradient[k] = f[k] / sum;
        }
        return offset[cell] + StrictMath.log(sum);
    }

    double curvature(int cell) {
        return additive[cell] ? -1 : 0;
    }

    /** Coefficients by weighted least squares to a guess of each location. */
    double[] start(double[] guess) {
        int k = coefficients();
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        for (int cell = 0; cell < guess.length; cell++) {
            double target = guess[cell] - offset[cell];
            double weight = 1;
            if (additive[cell]) {
                double size = StrictMath.exp(target);
                target = size - fixed[cell];
                weight = 1 / (size * size);
            }
            for (int i = 0; i < k; i++) {
                right[i] += weight * features[cell][i] * target;
                for (int j = 0; j < k; j++) {
                    normal[i][j] += weight * features[cell][i] * features[cell][j];
                }
            }
        }
        return Cholesky.solve(normal, right);
    }

    /**
     * Raises the first coefficient that is not held and that multiplies positive features alone until every sum is positive.
     *
     * @param held coefficient that keeps its value, or -1
     * @return whether there is such a coefficient
     */
    boolean makeAdmissible(double[] theta, double[] guess, int held) {
        OptionalInt raised = IntStream.range(0, coefficients())
                .filter(k -> k != held && Arrays.stream(features).allMatch(row -> row[k] > 0))
                .findFirst();
        if (raised.isEmpty()) {
            return false;
        }
        double missing = 0;
        for (int cell = 0; cell < guess.length; cell++) {
            if (additive[cell]) {
                double sum = fixed[cell];
                for (int k = 0; k < features[cell].length; k++) {
                    sum += theta[k] * features[cell][k];
                }
                double least = 0.05 * StrictMath.exp(guess[cell] - offset[cell]);
                missing = Math.max(missing, (least - sum) / features[cell][raised.getAsInt()]);
            }
        }
        theta[raised.getAsInt()] += missing;
        return true;
    }
}
