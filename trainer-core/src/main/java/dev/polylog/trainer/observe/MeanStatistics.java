package dev.polylog.trainer.observe;

import dev.polylog.trainer.limit.Means;
import dev.polylog.trainer.network.TwoLayerNetwork;

/** What all inputs tell, by their means. */
final class MeanStatistics implements TestStatistics {
    private final Means means;
    private boolean isFinite;

    MeanStatistics(Means means) {
        this.means = means;
    }

    @Override
    public void measure(TwoLayerNetwork network, long step) {
        isFinite = network.isFinite();
        if (isFinite) {
            means.measure();
        }
    }

    @Override
    public double loss() {
        return isFinite ? means.loss() : Double.NaN;
    }

    /** What is not finite has no outputs: it errs everywhere. */
    @Override
    public double error() {
        return isFinite ? means.error() : 1;
    }

    @Override
    public double correlation() {
        return isFinite ? means.correlation() : Double.NaN;
    }

    @Override
    public double growth(Block block) {
        return isFinite ? means.growth(block.x1(), block.x2(), block.label()) : Double.NaN;
    }

    @Override
    public double cleanGap() {
        return isFinite ? means.cleanGap() : Double.NaN;
    }
}
