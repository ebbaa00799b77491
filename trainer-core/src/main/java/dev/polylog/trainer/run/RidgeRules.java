package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.Extent;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Redraw;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.ridge.ArcCosineKernel;
import dev.polylog.trainer.ridge.RandomFeatures;
import dev.polylog.trainer.ridge.RidgeLearner;

/** What ridge regression makes of a specification, and which ones it refuses. */
final class RidgeRules {
    private RidgeRules() {}

    /** Refuses what has no fit, or one that is too large. */
    static void check(RunSpec spec) {
        if (!(spec.training().loss() instanceof SquaredLoss)) {
            throw invalid("loss", spec.training().loss(), "squared with method ridge, which minimises that");
        }
        Layers layers = spec.training().layers();
        if (layers == Layers.FIRST_THEN_SECOND) {
            throw invalid("layers", layers, "second, or with width infinite also first or both, with method ridge");
        }
        if (spec.architecture().neurons().isInfinite()) {
            checkLimit(spec);
        } else if (layers != Layers.SECOND) {
            throw invalid(
                    "layers",
                    layers,
                    "second with method ridge and a finite width: the first layer stays as it was drawn");
        }
        checkSize(spec);
    }

    private static void checkLimit(RunSpec spec) {
        Activation activation = spec.architecture().activation();
        if (!(activation instanceof Activation.Relu)) {
            throw invalid("activation", activation, "relu with width infinite, whose kernel has a closed form");
        }
        Initialization law = spec.start().initialization();
        if (law.outputVariance() == 0 && spec.training().layers() != Layers.SECOND) {
            throw invalid(
                    "layers",
                    spec.training().layers(),
                    "second with width infinite and init " + law + ", whose output weights vanish in the limit");
        }
        if (!(spec.start().redraw() instanceof Redraw.None)) {
            throw invalid("redraw", spec.start().redraw(), "none with width infinite, of which no network is drawn");
        }
    }

    private static void checkSize(RunSpec spec) {
        long batchSize = spec.training().batchSize();
        long samples = samples(spec);
        long unknowns = Math.min(samples, features(spec.architecture()));
        if (unknowns > RidgeLearner.MOST_UNKNOWNS) {
            throw new IllegalArgumentException("Invalid max-steps: " + spec.maxSteps() + " (" + samples
                    + " samples, expected at most " + RidgeLearner.MOST_UNKNOWNS / batchSize
                    + " with batch-size " + batchSize + " and method ridge, which solves for an unknown a sample: "
                    + RidgeLearner.MOST_UNKNOWNS + " at most)");
        }
        new Extent(
                        "d",
                        spec.task().d(),
                        "d times " + samples + " samples",
                        Extent.product(samples, spec.task().d()))
                .check();
        int datasetSize = spec.task().datasetSize();
        if (datasetSize > 0 && samples > datasetSize) {
            throw new IllegalArgumentException("Invalid max-steps: " + spec.maxSteps() + " (" + samples
                    + " samples, expected at most dataset-size, " + datasetSize
                    + ", with method ridge, which sees each sample once)");
        }
    }

    /** n after the last step. */
    static long samples(RunSpec spec) {
        return Math.multiplyExact(spec.maxSteps(), spec.training().batchSize());
    }

    /** p, or more than there can be samples. */
    private static long features(Architecture architecture) {
        return architecture.neurons().isInfinite() ? Long.MAX_VALUE : architecture.width();
    }

    /** What learns in the limit of infinite width. */
    static RidgeLearner ofLimit(RunSpec spec) {
        int d = spec.task().rowLength();
        Layers layers = spec.training().layers();
        Initialization law = spec.start().initialization();
        return RidgeLearner.of(
                new ArcCosineKernel(
                        layers == Layers.FIRST ? 0 : law.hiddenVariance(d),
                        layers == Layers.SECOND ? 0 : law.outputVariance()),
                d);
    }

    /** What learns on the first layer of a network. */
    static RidgeLearner of(TwoLayerNetwork network) {
        Activation activation = network.architecture().activation();
        return RidgeLearner.of(
                new RandomFeatures(network.hiddenWeights(), network.width(), network.d(), activation::value));
    }

    private static IllegalArgumentException invalid(String field, Object value, String expected) {
        return new IllegalArgumentException("Invalid " + field + ": " + value + " (expected " + expected + ")");
    }
}
