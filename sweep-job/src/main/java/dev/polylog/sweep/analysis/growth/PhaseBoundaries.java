package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.List;

/**
 * When a run left the homogeneous phase and when it became heavy, censored like any crossing. Scaling laws apply to either.
 *
 * @param heterogeneous first checkpoint from which on the phase is no longer homogeneous
 * @param heavy first checkpoint from which on it is heavy
 */
public record PhaseBoundaries(Crossing heterogeneous, Crossing heavy) {
    private static final List<String> LEFT = List.of("heterogeneous", "heavy");

    /**
     * Reads a trajectory.
     *
     * @param samples at each checkpoint, ascending
     * @param phases texts as the store has them; other texts, such as an empty one, meet neither boundary
     * @param confirm consecutive checkpoints that count as for good
     */
    public static PhaseBoundaries of(long[] samples, List<String> phases, int confirm) {
        boolean[] left = new boolean[phases.size()];
        boolean[] heavy = new boolean[phases.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = LEFT.contains(phases.get(i));
            heavy[i] = phases.get(i).equals("heavy");
        }
        return new PhaseBoundaries(Crossing.first(samples, left, confirm), Crossing.first(samples, heavy, confirm));
    }
}
