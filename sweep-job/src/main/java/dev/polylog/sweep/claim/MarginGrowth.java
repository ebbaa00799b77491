package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.GrowthPoint;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Training;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the margin of a cluster grows against the bound that the source has for it. A step multiplies it by 1 + 2 eta tau g, where
 * tau = sqrt(2) / 4 and g = 2 / (1 + exp(margin)) is how steep the loss is at that margin: at least so for the smallest of the four
 * margins, and at most so for the largest, up to a factor of 1 + o(1). Between checkpoints the bound is the mean of its logarithm over
 * both. Checkpoints at which the margin is not positive have no growth.
 */
record MarginGrowth() implements Statistic {
    private static final double TAU = Math.sqrt(2) / 4;
    private static final String WEAKEST = "weakest";
    private static final String LARGEST = "largest";

    @Override
    public String name() {
        return "margin-growth";
    }

    @Override
    public String meaning() {
        return "growth of the log of a margin in the heavy phase over log(1 + 2 eta tau g), tau = sqrt(2) / 4, g = 2 / (1 + exp(margin)),"
                + " by a line through the origin";
    }

    @Override
    public String interval() {
        return Slopes.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.word(
                "margin",
                List.of(WEAKEST, LARGEST),
                "weakest, the smallest of the four, or largest; weakest if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        String column = asked.word("margin").filter(LARGEST::equals).isPresent() ? "margin_max" : "margin_min";
        List<GrowthPoint> points = new ArrayList<>();
        List<Trajectory> runs = cells.trajectories();
        for (int run = 0; run < runs.size(); run++) {
            Training training = cells.spec(runs.get(run).cell()).training();
            if (training.layers() == Layers.BOTH) {
                points.addAll(points(run, runs.get(run), column, training.stepSize()));
            }
        }
        return Slopes.throughOrigin(
                points, "too few checkpoints of too few runs that train both layers are in the heavy phase");
    }

    private static List<GrowthPoint> points(int run, Trajectory trajectory, String column, double eta) {
        double[] margin = trajectory.values(column);
        double[] growth = new double[margin.length];
        for (int i = 0; i < margin.length; i++) {
            growth[i] = TAU * 2 / (1 + StrictMath.exp(margin[i]));
            if (!trajectory.phases().get(i).equals("heavy")) {
                margin[i] = Double.NaN;
            }
        }
        return GrowthPoint.of(run, trajectory.steps(), margin, growth, eta);
    }
}
