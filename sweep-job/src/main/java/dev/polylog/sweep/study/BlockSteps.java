package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.growth.GrowthPoint;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Training;
import java.util.ArrayList;
import java.util.List;

/** Finds the growth of blocks between neighbouring checkpoints in the heavy phase. */
final class BlockSteps {
    private static final List<String> BLOCKS = List.of("mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus");

    private BlockSteps() {}

    /** Those of a run; none unless both layers are trained, which the prediction takes for granted. */
    static List<BlockStep> of(Trajectory trajectory, Training training) {
        List<BlockStep> found = new ArrayList<>();
        if (training.layers() != Layers.BOTH) {
            return found;
        }
        long[] steps = trajectory.steps();
        for (String block : BLOCKS) {
            double[] mass = trajectory.values("mass_" + block);
            double[] growth = trajectory.values("growth_" + block);
            for (int i = 1; i < steps.length; i++) {
                if (trajectory.phases().get(i).equals("heavy")
                        && trajectory.phases().get(i - 1).equals("heavy")) {
                    long[] ends = {steps[i - 1], steps[i]};
                    GrowthPoint.of(
                                    0,
                                    ends,
                                    new double[] {mass[i - 1], mass[i]},
                                    new double[] {growth[i - 1], growth[i]},
                                    training.stepSize())
                            .forEach(point -> found.add(new BlockStep(
                                    trajectory.runId(),
                                    trajectory.cell(),
                                    block,
                                    ends[0],
                                    ends[1],
                                    point.predicted(),
                                    point.measured())));
                }
            }
        }
        return found;
    }
}
