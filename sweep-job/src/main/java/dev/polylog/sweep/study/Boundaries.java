package dev.polylog.sweep.study;

import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.report.figure.LearnedBoundary;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.task.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/** The boundaries that the networks of snapshots have in the label plane. */
final class Boundaries {
    private Boundaries() {}

    /** Those at the last snapshot of each cell; none where the label is not one of two coordinates. */
    static List<LearnedBoundary> of(StudyDesign design, List<NeuronRow> neurons) {
        Map<Integer, List<NeuronRow>> cells = neurons.stream()
                .collect(Collectors.groupingBy(NeuronRow::cell, LinkedHashMap::new, Collectors.toList()));
        List<LearnedBoundary> boundaries = new ArrayList<>();
        cells.forEach((cell, rows) -> {
            long last = rows.stream().mapToLong(NeuronRow::step).max().orElseThrow();
            RunSpec spec = design.spec(design.point(cell));
            score(spec).ifPresent(score -> {
                List<NeuronRow> network =
                        rows.stream().filter(row -> row.step() == last).toList();
                if (network.size() == spec.architecture().width()) {
                    boundaries.add(
                            new LearnedBoundary(cell, last, output(spec, network), (x1, x2) -> score.of(x1, x2)));
                }
            });
        });
        return boundaries;
    }

    private static Optional<Score> score(RunSpec spec) {
        boolean isPlane =
                spec.method() instanceof Method.Sgd && spec.task().target().coordinates() == 2;
        return isPlane ? spec.task().target().score() : Optional.empty();
    }

    /** {@code f - boundary} of the labels, where all other coordinates are 0. */
    private static DoubleBinaryOperator output(RunSpec spec, List<NeuronRow> network) {
        Activation activation = spec.architecture().activation();
        double divisor = spec.architecture().divisor();
        double middle = spec.task().labels().boundary();
        return (x1, x2) -> network.stream()
                                .mapToDouble(row -> row.neuron().outputWeight()
                                        * activation.value(row.neuron().w1() * x1
                                                + row.neuron().w2() * x2
                                                + row.neuron().bias()))
                                .sum()
                        / divisor
                - middle;
    }
}
