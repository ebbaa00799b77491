package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.FourPoints;
import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunSpec;
import java.util.List;
import java.util.Map;

/** How many of the stuck runs are where the loss curves down in no direction. */
record StuckAtMinimum() implements Statistic {
    /** Curvature below that is down; differences of gradients in double precision are exact to some 1e-10. */
    private static final double DOWN = -1e-6;

    private static final Map<Field<?>, String> UNDERSTOOD = Map.of(
            Fields.TARGET, "xor",
            Fields.INPUTS, "four-points",
            Fields.LABELS, "zero-one",
            Fields.ACTIVATION, "relu",
            Fields.SCALING, "standard",
            Fields.LOSS, "squared");

    private static boolean isUnderstood(RunSpec spec) {
        return UNDERSTOOD.entrySet().stream()
                .allMatch(field -> Canonical.text(field.getKey().of(spec)).equals(field.getValue()));
    }

    @Override
    public String name() {
        return "stuck-at-minimum";
    }

    @Override
    public String meaning() {
        return "share of the runs on the four points that end with an error whose squared loss curves down in no direction of first weights"
                + " and biases there, by central differences; needs `snapshots = [last]`";
    }

    @Override
    public String interval() {
        return Proportions.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return StuckRuns.PARAMETERS;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        if (!cells.specs().stream().allMatch(StuckAtMinimum::isUnderstood)) {
            return new Unmeasured(
                    "the loss is known here for XOR on the four points with classes 0 and 1, ReLU and the squared error");
        }
        List<List<Neuron>> ends = StuckRuns.of(cells, asked);
        if (ends.isEmpty()) {
            return new Unmeasured("no run with a snapshot of its end got stuck");
        }
        long minima = ends.stream()
                .filter(neurons -> FourPoints.leastCurvature(neurons) >= DOWN)
                .count();
        return Proportions.share((int) minima, ends.size());
    }
}
