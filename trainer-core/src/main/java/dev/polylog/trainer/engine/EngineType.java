package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The engines, all of one law but for {@link #LIMIT}, which is theory. */
public enum EngineType {
    /** Materialises the minibatch; for any law. */
    DENSE(new DenseProfile()),
    /** Samples what the network sees of the minibatch; for normal inputs and clusters. */
    PROJECTED(new ProjectedProfile()),
    /** Products with signs by tables; for the Boolean cube. */
    BITPACKED(new BitpackedProfile()),
    /** Four pre-activations a neuron; for minibatches of whole sets of the four points. */
    POINTS(new PointsProfile()),
    /** Products of neurons in place of their weights; for normal inputs and clusters of few eigenspaces. */
    GRAM(new GramProfile()),
    /** The recursion of many dimensions and samples in place of steps of SGD; for XOR. */
    LIMIT(new LimitProfile());

    @SuppressWarnings("ImmutableEnumChecker") // records without components
    private final EngineProfile profile;

    EngineType(EngineProfile profile) {
        this.profile = profile;
    }

    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return profile.start(task, network, training, key);
    }

    /** The vectors of which the first layer is made that the engine starts with. */
    public NormalRows rows(Workload workload) {
        return profile.rows(workload);
    }

    /** Whether the engine keeps the network in the axes of the labels, whatever the basis of the inputs. */
    public boolean keepsAxesOfLabels() {
        return profile.keepsAxesOfLabels();
    }

    /** Numbers with which the engine keeps the first-layer weights of a neuron. */
    public long columns(Workload workload) {
        return profile.columns(workload);
    }

    /** Numbers with which it keeps the first layer. */
    public double weights(Workload workload) {
        return (double) workload.width() * columns(workload);
    }

    /** Whether the engine draws the samples of a minibatch, of which there can be no more than an array is long. */
    public boolean drawsSamples() {
        return profile.drawsSamples();
    }

    /** Whether its runs are theory: what SGD tends to as the dimension grows, not SGD, and not to be pooled with it. */
    public boolean isTheory() {
        return profile.isTheory();
    }

    /** Whether the engine has the law of SGD for this task, or of its limit. */
    public boolean serves(Workload workload) {
        return refusal(workload).isEmpty();
    }

    /** Why the engine does not serve the task, in words; empty if it does. */
    public Optional<String> refusal(Workload workload) {
        return profile.refusal(workload);
    }

    /** How the engine gets along without plain products, in words. */
    public String idea() {
        return profile.idea();
    }

    /** The engines that serve a task, this one first, with predicted milliseconds of a step. */
    public String comparison(Workload workload, Speeds speeds) {
        List<String> others = Stream.of(values())
                .filter(type -> type != this && !type.isTheory() && type.serves(workload))
                .map(type -> type.milliseconds(workload, speeds) + " " + type)
                .toList();
        return milliseconds(workload, speeds) + " ms a step, "
                + (others.isEmpty() ? "no other serves it" : "against " + String.join(", ", others));
    }

    private String milliseconds(Workload workload, Speeds speeds) {
        double milliseconds = nanoseconds(workload, speeds) * 1e-6;
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2g" : "%,.0f", milliseconds);
    }

    /**
     * The engine of least frozen cost among some that serve the task. What is not plain SGD costs about the same in all of
     * them and is left out.
     */
    static EngineType fastest(Workload workload, List<EngineType> among) {
        EngineType fastest = among.get(0);
        for (EngineType type : among) {
            if (type.profile.isOffered(workload)
                    && type.serves(workload)
                    && type.frozenCost(workload) < fastest.frozenCost(workload)) {
                fastest = type;
            }
        }
        return fastest;
    }

    /** What {@link #fastest} compares. */
    double frozenCost(Workload workload) {
        return profile.nanoseconds(workload, Speeds.FROZEN);
    }

    /** Predicted nanoseconds of a step. */
    public double nanoseconds(Workload workload, Speeds speeds) {
        return profile.nanoseconds(workload, speeds) + profile.extraNanoseconds(workload);
    }

    /** Predicted nanoseconds of drawing the test samples of a checkpoint, up to their pre-activations. */
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        return profile.testNanoseconds(workload, testSize, speeds);
    }

    /** Bytes of a network, the engine that moves it, and its test samples. */
    public double bytes(Workload workload, int testSize) {
        double parameters = weights(workload) + workload.width() + workload.biases();
        return Float.BYTES * parameters + Descent.bytes(workload, parameters) + profile.bytes(workload, testSize);
    }

    /** The longest array of the engine and its test samples. */
    public Extent longestArray(Workload workload, int testSize) {
        return profile.longestArray(workload, testSize);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
