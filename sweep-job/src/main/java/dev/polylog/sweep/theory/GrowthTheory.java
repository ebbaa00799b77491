package dev.polylog.sweep.theory;

import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Question;
import dev.polylog.sweep.analysis.scaling.ScalingLaw;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.optimizer.Sgd;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where the growth argument of {@code docs/theory.md} predicts the slope of n*{@code /d} in log d. */
public final class GrowthTheory {
    /** sqrt(2) / pi^1.5. */
    private static final double GAUSSIAN = 0.2539744903678236;

    /** 1 / sqrt(2 pi). */
    private static final double BOOLEAN = 0.3989422804014327;

    private static final double SAME = 1e-9;

    private GrowthTheory() {}

    /**
     * The predicted c1 of cells that differ in d; empty where the argument does not apply: it is about XOR of isotropic inputs, fresh
     * batches in proportion to d, both layers, one step size and one scale of the first weights.
     *
     * @param specs one a cell
     */
    public static OptionalDouble predictedC1(List<RunSpec> specs) {
        if (specs.isEmpty() || !specs.stream().allMatch(GrowthTheory::applies)) {
            return OptionalDouble.empty();
        }
        double share = share(specs.get(0));
        double eta = specs.get(0).training().stepSize();
        double theta = specs.get(0).start().initialization().scale();
        double rate = rate(specs.get(0));
        boolean isOneLaw = specs.stream()
                .allMatch(spec -> isSame(share(spec), share)
                        && isSame(spec.training().stepSize(), eta)
                        && isSame(spec.start().initialization().scale(), theta)
                        && isSame(rate(spec), rate));
        return isOneLaw && eta > 0 && rate > 0
                ? OptionalDouble.of(Question.predictedC1(share, eta, rate))
                : OptionalDouble.empty();
    }

    /**
     * The coefficient of d log^2 d that n* has in the end, 1 / (32 lambda^2) with lambda the rate under label noise, whatever
     * step size, batches and network: noise of a batch lengthens what does not point to the labels. Empty as
     * {@link #predictedC1}.
     *
     * @param specs one a cell
     */
    public static OptionalDouble logSquared(List<RunSpec> specs) {
        if (predictedC1(specs).isEmpty()) {
            return OptionalDouble.empty();
        }
        double rate = rate(specs.get(0));
        return OptionalDouble.of(1 / (32 * rate * rate));
    }

    /**
     * The law of the growth argument with the lengthening that noise of the batches brings about, to leading order: c0 alone is
     * free. Empty where the argument does not apply, and on the cube, where a second effect of that noise is as large.
     *
     * @param specs one a cell
     */
    public static Optional<ScalingLaw> leadingLaw(List<RunSpec> specs) {
        OptionalDouble c1 = predictedC1(specs);
        OptionalDouble c2 = logSquared(specs);
        return c1.isPresent()
                        && c2.isPresent()
                        && specs.stream().allMatch(spec -> spec.task().inputs() instanceof InputLaw.Gaussian)
                ? Optional.of(Additive.given(c1.getAsDouble(), c2.getAsDouble()))
                : Optional.empty();
    }

    /**
     * Samples that growth from the first weights takes at least, c1 d log d: what is left out can only add to them. Empty where
     * the argument does not apply.
     */
    public static OptionalDouble leastSamples(RunSpec spec) {
        double d = spec.task().d();
        OptionalDouble c1 = predictedC1(List.of(spec));
        return c1.isPresent() ? OptionalDouble.of(c1.getAsDouble() * d * StrictMath.log(d)) : OptionalDouble.empty();
    }

    /** Whether growth has been computed for such runs. */
    public static boolean applies(RunSpec spec) {
        TargetFunction target = spec.task().target();
        InputLaw inputs = spec.task().inputs();
        return (target instanceof TargetFunction.Xor
                        || (target instanceof TargetFunction.Parity parity && parity.k() == 2))
                && (inputs instanceof InputLaw.BooleanCube
                        || (inputs instanceof InputLaw.Gaussian && spec.task().anisotropy() == 0))
                && spec.task().datasetSize() == 0
                && isOfTheTheory(spec);
    }

    /** The network and the training that growth has been computed for. */
    private static boolean isOfTheTheory(RunSpec spec) {
        return spec.architecture().isPlain()
                && !spec.architecture().neurons().isInfinite()
                && spec.start().initialization() instanceof Initialization.Sphere
                && spec.training().loss() instanceof LogisticLoss
                && spec.training().optimizer() instanceof Sgd
                && spec.training().layers() == Layers.BOTH;
    }

    private static double share(RunSpec spec) {
        return (double) spec.training().batchSize() / spec.task().d();
    }

    /** Growth of the signal in a step near f = 0 of XOR, less 1; empty where nothing grows. */
    static OptionalDouble growth(RunSpec spec) {
        double growth = spec.training().stepSize() * rate(spec);
        return growth > 0 ? OptionalDouble.of(growth) : OptionalDouble.empty();
    }

    private static double rate(RunSpec spec) {
        double clean = spec.task().inputs() instanceof InputLaw.BooleanCube ? BOOLEAN : GAUSSIAN;
        return clean * (1 - 2 * spec.task().labelNoise());
    }

    private static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.abs(b);
    }
}
