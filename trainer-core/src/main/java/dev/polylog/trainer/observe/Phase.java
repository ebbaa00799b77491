package dev.polylog.trainer.observe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a run stands between noise and features. */
public enum Phase {
    /** The signal is below the rest in at least 90 % of the neurons. */
    HOMOGENEOUS,
    /** Between the two. */
    HETEROGENEOUS,
    /** The residual is small against the block masses, and every block holds at least 10 % of the mass. */
    HEAVY;

    /** The phase of a network, or null if its weights are not finite. */
    static @Nullable Phase of(NeuronStatistics neurons, double zeta) {
        if (!Double.isFinite(neurons.residualMass()) || !Double.isFinite(neurons.totalMass())) {
            return null;
        }
        if (neurons.upperSignalToRest() < 1) {
            return HOMOGENEOUS;
        }
        boolean residualIsSmall = neurons.residualMass() <= zeta * neurons.totalMass();
        return residualIsSmall && neurons.smallestShare() >= 0.1 ? HEAVY : HETEROGENEOUS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
