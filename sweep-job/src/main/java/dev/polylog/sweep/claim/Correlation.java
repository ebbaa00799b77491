package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.FisherZ;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** How closely two observables go together along runs. */
record Correlation() implements Statistic {
    @Override
    public String name() {
        return "correlation";
    }

    @Override
    public String meaning() {
        return "correlation of two observables along the checkpoints of a run, averaged over runs by Fisher's z";
    }

    @Override
    public String interval() {
        return "Student's t of Fisher's z, over runs";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.observable("of", "column of `trajectories`"),
                Parameter.observable("with", "the other column"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        String of = asked.word("of").orElseThrow();
        String with = asked.word("with").orElseThrow();
        List<Double> scores = cells.trajectories().stream()
                .map(run -> z(run, of, with))
                .filter(Double::isFinite)
                .toList();
        Reading mean = Means.of(scores, "");
        return mean instanceof Measurement z
                ? new Measurement(FisherZ.correlation(z.value()), FisherZ.correlation(z.interval()), z.runs(), "")
                : mean;
    }

    private static double z(Trajectory run, String of, String with) {
        return FisherZ.of(run.values(of), run.values(with));
    }
}
