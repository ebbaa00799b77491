package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** Measured over predicted growth of the blocks. */
record GrowthSlope() implements Statistic {
    @Override
    public String name() {
        return "growth-slope";
    }

    @Override
    public String meaning() {
        return "growth of the blocks' log mass in the heavy phase over that by average margins, by a line through the origin";
    }

    @Override
    public String interval() {
        return Slopes.INTERVAL;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        List<BlockStep> steps = cells.trajectories().stream()
                .flatMap(run -> BlockSteps.of(run, cells.spec(run.cell()).training()).stream())
                .toList();
        return Slopes.throughOrigin(
                BlockStep.points(steps), "too few checkpoints of too few runs are in the heavy phase");
    }
}
