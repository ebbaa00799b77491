package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import java.util.function.Predicate;

/** Observables that make sense for the same tasks and architectures; elsewhere they are null. */
public enum ObservableGroup {
    /** Of any run. */
    ALWAYS("any run", workload -> true),
    /** Of labels that are two classes. */
    CLASSES("labels of two classes", workload -> workload.task().labels().areClasses()),
    /** Of the four directions of XOR, in which the sign of the output weight tells which of them a neuron should have. */
    BLOCKS(
            "xor with trained outputs",
            workload -> workload.task().hasBlocks() && workload.architecture().output() instanceof Output.Trained),
    /** Of the growth of blocks, which is that of ReLU neurons. */
    GROWTH(
            "xor with labels of -1 and +1, trained outputs and ReLU neurons",
            workload -> BLOCKS.appliesTo(workload)
                    && workload.task().labels() == Labels.PLUS_MINUS
                    && workload.architecture().activation() instanceof Activation.Relu),
    /** Of the four cluster centres of XOR. */
    CENTRES(
            "xor with labels of -1 and +1",
            workload -> workload.task().hasBlocks() && workload.task().labels() == Labels.PLUS_MINUS),
    /** Of a small network on the four points. */
    POINTS(
            "four points and at most 64 neurons",
            workload -> workload.task().inputs() instanceof InputLaw.FourPoints
                    && !workload.architecture().neurons().isInfinite()
                    && workload.architecture().width() <= 64);

    private final String runs;

    @SuppressWarnings("ImmutableEnumChecker") // made here, of values alone
    private final Predicate<Workload> relevance;

    ObservableGroup(String runs, Predicate<Workload> relevance) {
        this.runs = runs;
        this.relevance = relevance;
    }

    /** Whether the observables make sense for a run. */
    boolean appliesTo(Workload workload) {
        return relevance.test(workload);
    }

    /** The runs that it applies to, in words. */
    @Override
    public String toString() {
        return runs;
    }
}
