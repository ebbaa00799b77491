package dev.polylog.trainer.limit;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.Loss;
import java.util.Arrays;

/** Means over all inputs at one state of a {@link Recursion}, with clean labels unless said otherwise. */
public final class Means {
    /** u1, -u1, u2, -u2. */
    private static final int DIRECTIONS = 4;

    private final LabelPlane plane;
    private final SummaryStatistics state;
    private final Recursion recursion;
    private final double clean;
    private final Loss logistic = new LogisticLoss();
    private final double[] tanhGrowth = new double[DIRECTIONS];
    private double loss;
    private double error;
    private double labelOutput;
    private double outputMean;
    private double outputSquare;
    private double slopeGapSquare;
    private double cleanSlopeSquare;

    /** Means of the states of a recursion on a plane, whose training labels are flipped with a probability. */
    public Means(LabelPlane plane, SummaryStatistics state, Recursion recursion, double labelNoise) {
        this.plane = plane;
        this.state = state;
        this.recursion = recursion;
        this.clean = 1 - 2 * labelNoise;
    }

    /** Takes the means at the state, which replace those before. */
    public void measure() {
        OutputLaw law = recursion.lawNow();
        loss = 0;
        error = 0;
        outputMean = 0;
        outputSquare = 0;
        slopeGapSquare = 0;
        cleanSlopeSquare = 0;
        Arrays.fill(tanhGrowth, 0);
        for (int n = 0; n < law.nodes(); n++) {
            add(law, n, 1);
            add(law, n, -1);
        }
        labelOutput = recursion.labelsNow().output();
    }

    private void add(OutputLaw law, int n, int side) {
        double weight = law.weight(n);
        double label = law.label(n);
        double mean = law.mean(n, side);
        double deviation = law.deviation(n, side);
        error += weight * wrongSide(label * mean, deviation);
        outputMean += weight * mean;
        outputSquare += weight * (mean * mean + deviation * deviation);

        double z1 = side * law.z1(n);
        double z2 = side * law.z2(n);
        double cleanSlope = logistic.slope(label, outputOfPlane(z1, z2));
        double tanh = 0;
        for (int point = 0; point < Spread.POINTS; point++) {
            double f = Spread.value(point, mean, deviation);
            double share = Spread.weight(point) * weight;
            double slope = logistic.slope(label, f);
            loss += share * logistic.value(label, f);
            slopeGapSquare += share * (slope - cleanSlope) * (slope - cleanSlope);
            tanh += share * (label + slope);
        }
        cleanSlopeSquare += weight * cleanSlope * cleanSlope;
        tanhGrowth[0] += tanh * Math.max(z1, 0);
        tanhGrowth[1] += tanh * Math.max(-z1, 0);
        tanhGrowth[2] += tanh * Math.max(z2, 0);
        tanhGrowth[3] += tanh * Math.max(-z2, 0);
    }

    /** Probability that a normal margin is negative; a margin that is always 0 counts half. */
    private static double wrongSide(double mean, double deviation) {
        return mean == 0 && deviation == 0 ? 0.5 : 0.5 - NormalLaw.half(mean / deviation);
    }

    /** f at a point of the label plane. */
    private double outputOfPlane(double z1, double z2) {
        double sum = 0;
        for (int j = 0; j < state.width(); j++) {
            sum += state.outputs()[j] * Math.max(0, state.s1()[j] * z1 + state.s2()[j] * z2);
        }
        return sum / state.width();
    }

    /** {@code E l(y, f)}. */
    public double loss() {
        return loss;
    }

    /** Probability that f has the wrong sign. */
    public double error() {
        return error;
    }

    /** Correlation of f and label; not a number where f is constant. */
    public double correlation() {
        double variance = outputSquare - outputMean * outputMean;
        return variance > 0 ? labelOutput / Math.sqrt(variance) : Double.NaN;
    }

    /**
     * {@code E[-l'(x) s relu(u.x)]} under training labels.
     *
     * @param x1 first coordinate of the centre that u points to, -1 or 1
     * @param x2 second coordinate
     * @param label s
     */
    public double growth(int x1, int x2, int label) {
        boolean isFirst = x1 != x2;
        int direction = (isFirst ? 0 : 2) + (x1 > 0 ? 0 : 1);
        return label * (clean * (isFirst ? 1 : -1) * plane.growth() - tanhGrowth[direction]);
    }

    /** {@code sqrt(E (l'(x) - l'(z))^2 / E l'(z)^2)}, z the projection of x on the label plane. */
    public double cleanGap() {
        return Math.sqrt(slopeGapSquare / cleanSlopeSquare);
    }
}
