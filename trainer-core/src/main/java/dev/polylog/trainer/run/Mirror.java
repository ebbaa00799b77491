package dev.polylog.trainer.run;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Task;
import java.util.OptionalDouble;

/**
 * A target at pairs of opposite inputs, x and -x, in the coordinates that it depends on: all pairs of corners where inputs are
 * signs, else a fixed sample of normal ones. What functions of a symmetry can be at best follows pair by pair.
 */
final class Mirror {
    private static final int MOST_CORNERS = 12;
    private static final int SAMPLED_PAIRS = 4096;

    /** Integer weights up to these make every sign of a linear function on the corners of a cube of so many dimensions. */
    private static final int[] WEIGHTS = {0, 1, 1, 1, 2, 3, 5};

    private static final int EPOCHS = 400;
    private static final int SWEEPS = 30;

    private final boolean areClasses;
    private final boolean areCorners;
    private final int k;
    private final float[] points;
    private final double[] here;
    private final double[] opposite;

    private Mirror(Task task, boolean areCorners, float[] points) {
        this.areClasses = task.labels().areClasses();
        this.areCorners = areCorners;
        this.k = task.target().coordinates();
        this.points = points;
        int pairs = points.length / k;
        this.here = new double[pairs];
        this.opposite = new double[pairs];
        float[] mirrored = new float[k];
        for (int i = 0; i < pairs; i++) {
            here[i] = task.target().value(points, i * k);
            for (int j = 0; j < k; j++) {
                mirrored[j] = -points[i * k + j];
            }
            opposite[i] = task.target().value(mirrored, 0);
        }
    }

    static Mirror of(Task task) {
        InputLaw inputs = task.inputs();
        int k = task.target().coordinates();
        boolean areCorners = k <= MOST_CORNERS
                && (inputs instanceof InputLaw.BooleanCube
                        || inputs instanceof InputLaw.FourPoints
                        || inputs instanceof InputLaw.Clusters);
        return new Mirror(task, areCorners, areCorners ? corners(k) : sample(k));
    }

    /** Half of the corners: those whose last coordinate is positive. */
    private static float[] corners(int k) {
        int pairs = 1 << (k - 1);
        float[] points = new float[pairs * k];
        for (int i = 0; i < pairs; i++) {
            for (int j = 0; j < k; j++) {
                points[i * k + j] = j < k - 1 && (i >> j & 1) == 0 ? -1 : 1;
            }
        }
        return points;
    }

    private static float[] sample(int k) {
        float[] points = new float[SAMPLED_PAIRS * k];
        new StreamKey(0, 0).stream(Purpose.TEST_INPUTS, 0).normals(0, points, points.length);
        return points;
    }

    /** Share of inputs where the target is positive. */
    double positiveShare() {
        double positive = 0;
        for (int i = 0; i < here.length; i++) {
            positive += (here[i] > 0 ? 0.5 : 0) + (opposite[i] > 0 ? 0.5 : 0);
        }
        return positive / here.length;
    }

    /** The least error, or squared loss, of functions with f(-x) = f(x): they err on one of two inputs of different labels. */
    double ofEvenFunctions() {
        double sum = 0;
        for (int i = 0; i < here.length; i++) {
            sum += areClasses ? (isOdd(i) ? 0.5 : 0) : odd(i) * odd(i);
        }
        return sum / here.length;
    }

    /** The same of functions with f(-x) = -f(x). */
    double ofOddFunctions() {
        double sum = 0;
        for (int i = 0; i < here.length; i++) {
            double even = (here[i] + opposite[i]) / 2;
            sum += areClasses ? (isOdd(i) ? 0 : 0.5) : even * even;
        }
        return sum / here.length;
    }

    /**
     * The same of sums of an even function and a linear one. Both inputs of a pair of different labels are right only if the
     * linear part has the sign of the label there; all other pairs can be left to the even part.
     *
     * @return empty if it is not known, and not 0
     */
    OptionalDouble ofEvenPlusLinearFunctions() {
        if (!areClasses) {
            return OptionalDouble.of(residualOfLinearFit());
        }
        if (isSeparated()) {
            return OptionalDouble.of(0);
        }
        return areCorners && k < WEIGHTS.length
                ? OptionalDouble.of(0.5 * fewestWrong(new double[k], 0) / here.length)
                : OptionalDouble.empty();
    }

    private boolean isOdd(int pair) {
        return here[pair] != opposite[pair];
    }

    private double odd(int pair) {
        return (here[pair] - opposite[pair]) / 2;
    }

    /** Whether the perceptron finds a linear function of the right sign on all pairs of different labels. */
    private boolean isSeparated() {
        double[] w = new double[k];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int wrong = 0;
            for (int i = 0; i < here.length; i++) {
                if (isOdd(i) && here[i] * product(w, i) <= 0) {
                    wrong++;
                    for (int j = 0; j < k; j++) {
                        w[j] += here[i] * points[i * k + j];
                    }
                }
            }
            if (wrong == 0) {
                return true;
            }
        }
        return false;
    }

    /** Pairs of different labels that the best of all linear functions gets wrong, by going through them. */
    private int fewestWrong(double[] w, int from) {
        if (from == k) {
            int wrong = 0;
            for (int i = 0; i < here.length; i++) {
                wrong += isOdd(i) && here[i] * product(w, i) <= 0 ? 1 : 0;
            }
            return wrong;
        }
        int fewest = Integer.MAX_VALUE;
        for (int weight = -WEIGHTS[k]; weight <= WEIGHTS[k]; weight++) {
            w[from] = weight;
            fewest = Math.min(fewest, fewestWrong(w, from + 1));
        }
        return fewest;
    }

    private double product(double[] w, int pair) {
        double product = 0;
        for (int j = 0; j < k; j++) {
            product += w[j] * points[pair * k + j];
        }
        return product;
    }

    /** One coefficient after the other, again and again: they hardly depend on each other. */
    private double residualOfLinearFit() {
        double[] residuals = new double[here.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = odd(i);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int j = 0; j < k; j++) {
                removeLinear(residuals, j);
            }
        }
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum / here.length;
    }

    private void removeLinear(double[] residuals, int coordinate) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            double x = points[i * k + coordinate];
            products += residuals[i] * x;
            squares += x * x;
        }
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= products / squares * points[i * k + coordinate];
        }
    }
}
