package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.SeenSamples;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * What fresh clean samples tell of a network. One instance serves all checkpoints of a run; {@link #measure} overwrites
 * what it held.
 */
final class TestStatistics {
    private static final double SQRT2 = Math.sqrt(2);

    private final Task task;
    private final SeenSamples samples;
    private final double[] growth = new double[4];
    private final double[] z;
    private double loss;
    private double errors;
    private double slopeGapSquares;
    private double cleanSlopeSquares;

    TestStatistics(Task task, SeenSamples samples) {
        this.task = task;
        this.samples = samples;
        this.z = new double[task.target().coordinates()];
    }

    /** @param network in the axes of the labels */
    void measure(TwoLayerNetwork network, long step) {
        loss = 0;
        errors = 0;
        slopeGapSquares = 0;
        cleanSlopeSquares = 0;
        Arrays.fill(growth, 0);
        if (!network.isFinite()) {
            measureNothing();
            return;
        }
        samples.moveTo(step);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows; i++) {
                add(network, i);
            }
        }
    }

    /** What is not finite has no outputs: it errs on every sample, and its loss is not a number. */
    private void measureNothing() {
        loss = Double.NaN;
        errors = samples.size();
        slopeGapSquares = Double.NaN;
        Arrays.fill(growth, Double.NaN);
    }

    private void add(TwoLayerNetwork network, int i) {
        double label = samples.labels()[i];
        double output = network.output(samples.preActivations(), i * samples.stride());
        double margin = label * output;
        loss += LogisticLoss.value(label, output);
        errors += margin > 0 ? 0 : margin == 0 ? 0.5 : 1;

        for (int k = 0; k < z.length; k++) {
            z[k] = samples.coordinate(i, k);
        }
        double slope = LogisticLoss.slope(label, output);
        double cleanSlope = LogisticLoss.slope(label, network.outputAt(z));
        slopeGapSquares += (slope - cleanSlope) * (slope - cleanSlope);
        cleanSlopeSquares += cleanSlope * cleanSlope;

        // The expectation over label flips is taken exactly rather than drawn.
        double q = task.labelNoise();
        double trainingSlope = (1 - q) * slope + q * LogisticLoss.slope(-label, output);
        for (Block block : Block.ALL) {
            double projection = (block.x1() * z[0] + block.x2() * z[1]) / SQRT2;
            growth[block.index()] += -trainingSlope * block.label() * Math.max(projection, 0);
        }
    }

    double loss() {
        return loss / samples.size();
    }

    /** Share of samples on the wrong side; f = 0 counts one half. */
    double error() {
        return errors / samples.size();
    }

    /** Average margin of a block: {@code E[-l'(x) s relu(u . x)]} under the training law of the label. */
    double growth(Block block) {
        return growth[block.index()] / samples.size();
    }

    /** {@code sqrt(E (l'(x) - l'(z))^2 / E l'(z)^2)}, z the projection of x on the plane of the label. */
    double cleanGap() {
        return Math.sqrt(slopeGapSquares / cleanSlopeSquares);
    }
}
