package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * What fresh clean samples tell of a network. One instance serves all checkpoints of a run; {@link #measure} overwrites
 * what it held.
 */
final class TestStatistics {
    private static final double SQRT2 = Math.sqrt(2);

    private final Task task;
    private final Samples samples;
    private final double[] growth = new double[4];
    private float[] preActivations = {};
    private double loss;
    private double errors;
    private double slopeGapSquares;
    private double cleanSlopeSquares;

    TestStatistics(Task task, StreamKey key, int size) {
        this.task = task;
        this.samples = Samples.test(task, key, size);
    }

    void measure(TwoLayerNetwork network, long step) {
        if (preActivations.length == 0) {
            preActivations = new float[Math.multiplyExact(samples.maxRows(), network.width())];
        }
        loss = 0;
        errors = 0;
        slopeGapSquares = 0;
        cleanSlopeSquares = 0;
        Arrays.fill(growth, 0);
        samples.moveTo(step);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            network.preActivations(samples.inputs(), rows, preActivations);
            for (int i = 0; i < rows; i++) {
                add(network, i);
            }
        }
    }

    private void add(TwoLayerNetwork network, int i) {
        double label = samples.labels()[i];
        double output = network.output(preActivations, i * network.width());
        double margin = label * output;
        loss += LogisticLoss.value(label, output);
        errors += margin > 0 ? 0 : margin == 0 ? 0.5 : 1;

        double x1 = samples.inputs()[i * network.d()];
        double x2 = samples.inputs()[i * network.d() + 1];
        double slope = LogisticLoss.slope(label, output);
        double cleanSlope = LogisticLoss.slope(label, network.outputInPlane(x1, x2));
        slopeGapSquares += (slope - cleanSlope) * (slope - cleanSlope);
        cleanSlopeSquares += cleanSlope * cleanSlope;

        // The expectation over label flips is taken exactly rather than drawn.
        double q = task.labelNoise();
        double trainingSlope = (1 - q) * slope + q * LogisticLoss.slope(-label, output);
        for (Block block : Block.ALL) {
            double projection = (block.x1() * x1 + block.x2() * x2) / SQRT2;
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
