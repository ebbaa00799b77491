package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.SeenSamples;
import dev.polylog.trainer.engine.TestInputs;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where fresh clean samples are misjudged: near the boundary between the classes, or anywhere. */
final class DistanceStatistics {
    static final int TENTHS = 10;

    /** Of a sample in a list, and of its place in a sorted copy. */
    private static final double SAMPLE_BYTES = 40;

    private final SeenSamples samples;
    private final Labels labels;
    private final Score score;
    private final int coordinates;

    private DistanceStatistics(Workload workload, SeenSamples samples, Score score) {
        this.samples = samples;
        this.labels = workload.task().labels();
        this.score = score;
        this.coordinates = workload.task().target().coordinates();
    }

    /** Empty where there are no samples, or their labels have no score. */
    static Optional<DistanceStatistics> of(Workload workload, TestInputs inputs) {
        return inputs instanceof SeenSamples samples
                ? workload.task().score().map(score -> new DistanceStatistics(workload, samples, score))
                : Optional.empty();
    }

    /** Bytes that {@link #measure} needs for a while. */
    static double bytes(Workload workload, int testSize) {
        return workload.task().score().isPresent() ? SAMPLE_BYTES * testSize : 0;
    }

    private record Sample(double distance, double error) {}

    /**
     * The tenths of the samples of a step. Equally distant samples stay in their order; of fewer than ten samples some tenths have
     * none, and are left out.
     *
     * @param network in the axes of the labels
     */
    List<DistanceTenth> measure(TwoLayerNetwork network, long step) {
        List<Sample> sorted = draw(network, step);
        sorted.sort(Comparator.comparingDouble(Sample::distance));
        List<DistanceTenth> tenths = new ArrayList<>();
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            List<Sample> some = sorted.subList(end(tenth - 1), end(tenth));
            if (!some.isEmpty()) {
                tenths.add(new DistanceTenth(
                        step,
                        tenth,
                        some.get(0).distance(),
                        some.get(some.size() - 1).distance(),
                        some.size(),
                        some.stream().mapToDouble(Sample::error).sum() / some.size()));
            }
        }
        return tenths;
    }

    /** Number of samples up to a tenth. */
    private int end(int tenth) {
        return (int) ((long) samples.size() * tenth / TENTHS);
    }

    private List<Sample> draw(TwoLayerNetwork network, long step) {
        List<Sample> all = new ArrayList<>(samples.size());
        double[] z = new double[coordinates];
        samples.moveTo(step);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < coordinates; k++) {
                    z[k] = samples.coordinate(i, k);
                }
                double output = network.output(samples.preActivations(), i * samples.stride());
                all.add(new Sample(Math.abs(score.of(z)), labels.error(samples.labels()[i], output)));
            }
        }
        return all;
    }
}
