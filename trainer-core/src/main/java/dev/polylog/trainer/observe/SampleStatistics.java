package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.SeenSamples;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.Labels;
import java.util.Arrays;

/** What fresh clean samples tell. */
final class SampleStatistics implements TestStatistics {
    private static final double SQRT2 = Math.sqrt(2);

    private final SeenSamples samples;
    private final Loss loss;
    private final Labels labels;
    private final double labelNoise;
    private final boolean haveGrowth;
    private final double[] growth = new double[4];
    private final double[] z;
    private final Correlation correlation = new Correlation();
    private double lossSum;
    private double errors;
    private double slopeGapSquares;
    private double cleanSlopeSquares;

    SampleStatistics(Workload workload, SeenSamples samples) {
        this.samples = samples;
        this.loss = workload.training().loss();
        this.labels = workload.task().labels();
        this.labelNoise = workload.task().labelNoise();
        this.haveGrowth = ObservableGroup.GROWTH.appliesTo(workload);
        this.z = new double[workload.task().target().coordinates()];
    }

    @Override
    public void measure(TwoLayerNetwork network, long step) {
        lossSum = 0;
        errors = 0;
        slopeGapSquares = 0;
        cleanSlopeSquares = 0;
        correlation.clear();
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
        lossSum = Double.NaN;
        errors = samples.size();
        slopeGapSquares = Double.NaN;
        Arrays.fill(growth, Double.NaN);
    }

    private void add(TwoLayerNetwork network, int i) {
        double label = samples.labels()[i];
        double output = network.output(samples.preActivations(), i * samples.stride());
        lossSum += loss.value(label, output);
        errors += labels.error(label, output);
        correlation.add(label, output);

        for (int k = 0; k < z.length; k++) {
            z[k] = samples.coordinate(i, k);
        }
        double slope = loss.slope(label, output);
        double cleanSlope = loss.slope(label, network.outputAt(z));
        slopeGapSquares += (slope - cleanSlope) * (slope - cleanSlope);
        cleanSlopeSquares += cleanSlope * cleanSlope;
        if (haveGrowth) {
            addGrowth(label, output, slope);
        }
    }

    /** The expectation over label flips is taken exactly rather than drawn. */
    private void addGrowth(double label, double output, double slope) {
        double trainingSlope = (1 - labelNoise) * slope + labelNoise * loss.slope(labels.other(label), output);
        for (Block block : Block.ALL) {
            double projection = (block.x1() * z[0] + block.x2() * z[1]) / SQRT2;
            growth[block.index()] += -trainingSlope * block.label() * Math.max(projection, 0);
        }
    }

    @Override
    public double loss() {
        return lossSum / samples.size();
    }

    @Override
    public double error() {
        return errors / samples.size();
    }

    @Override
    public double correlation() {
        return correlation.value();
    }

    @Override
    public double growth(Block block) {
        return growth[block.index()] / samples.size();
    }

    @Override
    public double cleanGap() {
        return Math.sqrt(slopeGapSquares / cleanSlopeSquares);
    }
}
