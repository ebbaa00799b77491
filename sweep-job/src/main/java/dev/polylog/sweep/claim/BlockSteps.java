package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.growth.GrowthPoint;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the growth of blocks between neighbouring checkpoints in the heavy phase. */
public final class BlockSteps {
    private static final List<String> BLOCKS = List.of("mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus");

    private BlockSteps() {}

    /** Those of a run; none unless both layers are trained, which the prediction takes for granted. */
    public static List<BlockStep> of(Trajectory trajectory, Training training) {
        List<BlockStep> found = new ArrayList<>();
        if (training.layers() != Layers.BOTH) {
            return found;
        }
        long[] steps = trajectory.steps();
        for (String block : BLOCKS) {
            double[] mass = trajectory.values("mass_" + block);
            double[] growth = trajectory.values("growth_" + block);
            for (int next = 1; next < steps.length; next++) {
                int i = next;
                if (trajectory.phases().get(i).equals("heavy")
                        && trajectory.phases().get(i - 1).equals("heavy")) {
                    GrowthPoint.of(0, window(steps, i), alone(mass, i), window(growth, i), training.stepSize())
                            .forEach(point -> found.add(new BlockStep(
                                    trajectory.runId(),
                                    trajectory.cell(),
                                    block,
                                    steps[i - 1],
                                    steps[i],
                                    point.predicted(),
                                    point.measured(),
                                    point.instrument())));
                }
            }
        }
        return found;
    }

    /** The interval that ends at checkpoint i, with a checkpoint on either side where there is one. */
    private static long[] window(long[] values, int i) {
        return Arrays.copyOfRange(values, Math.max(0, i - 2), Math.min(values.length, i + 2));
    }

    private static double[] window(double[] values, int i) {
        return Arrays.copyOfRange(values, Math.max(0, i - 2), Math.min(values.length, i + 2));
    }

    /** The same of masses, those outside of the interval unknown, so that there is one point. */
    private static double[] alone(double[] mass, int i) {
        double[] window = window(mass, i);
        int first = i - 1 - Math.max(0, i - 2);
        for (int k = 0; k < window.length; k++) {
            window[k] = k == first || k == first + 1 ? window[k] : Double.NaN;
        }
        return window;
    }
}
