package dev.polylog.trainer.run;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Symmetry;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why no network of an architecture, of whatever width and after whatever training, can be right about a target everywhere.
 *
 * @param reason in words
 * @param remedy a value that removes it, as a sweep file writes it
 * @param least error of the best such network, or its squared loss where labels are real; empty where it is not known
 */
public record Obstacle(String reason, String remedy, OptionalDouble least) {
    /** The fields that it depends on. */
    public static final List<Field<?>> FIELDS =
            List.of(Fields.TARGET, Fields.INPUTS, Fields.LABELS, Fields.ACTIVATION, Fields.BIAS, Fields.OUTPUT);

    /** What rounding and sampling leave of nothing. */
    private static final double NOTHING = 1e-9;

    /** The obstacle of a run, if there is one; it depends on the {@link #FIELDS} alone. */
    public static Optional<Obstacle> of(RunSpec spec) {
        return of(spec.task(), spec.architecture());
    }

    /** The obstacle of a task, if there is one that can be told from the symmetry of target and architecture. */
    static Optional<Obstacle> of(Task task, Architecture architecture) {
        Mirror mirror = Mirror.of(task);
        return ofSign(task, architecture, mirror)
                .or(() -> ofDegree(task.target(), architecture))
                .or(() -> ofSymmetry(task, architecture, mirror));
    }

    /** Outputs of one sign cannot tell -1 from +1. */
    private static Optional<Obstacle> ofSign(Task task, Architecture architecture, Mirror mirror) {
        Activation activation = architecture.activation();
        boolean isOfOneSign = architecture.output() instanceof Output.Fixed
                && (activation.symmetry() == Symmetry.EVEN || activation instanceof Activation.Relu);
        return isOfOneSign && task.labels() == Labels.PLUS_MINUS
                ? Optional.of(new Obstacle(
                        "with output = fixed and " + activation + " neurons every output has the sign of output-value",
                        "labels = zero-one",
                        OptionalDouble.of(Math.min(mirror.positiveShare(), 1 - mirror.positiveShare()))))
                : Optional.empty();
    }

    /** On the cube a product of k signs is no sign of a polynomial of lower degree. */
    private static Optional<Obstacle> ofDegree(TargetFunction target, Architecture architecture) {
        return architecture.activation() instanceof Activation.Quadratic
                        && target instanceof TargetFunction.Parity parity
                        && parity.k() > 2
                ? Optional.of(new Obstacle(
                        "quadratic neurons make polynomials of degree 2, and " + target + " needs degree " + parity.k(),
                        "activation = relu",
                        OptionalDouble.empty()))
                : Optional.empty();
    }

    /** In words, for a target. */
    public String text(RunSpec spec) {
        boolean areClasses = spec.task().labels().areClasses();
        String bound = least.isEmpty()
                ? ""
                : "; no such network has " + (areClasses ? "an error" : "a squared error") + " below "
                        + (areClasses ? "" : "about ")
                        + String.format(Locale.ROOT, "%.4g", least.getAsDouble());
        return spec.task().target() + " cannot be learned: " + reason + bound + " (" + remedy + " removes this)";
    }

    private static Optional<Obstacle> ofSymmetry(Task task, Architecture architecture, Mirror mirror) {
        if (architecture.bias().isTrained()) {
            return Optional.empty();
        }
        Symmetry symmetry = architecture.activation().symmetry();
        OptionalDouble least = switch (symmetry) {
            case EVEN -> OptionalDouble.of(mirror.ofEvenFunctions());
            case ODD -> OptionalDouble.of(mirror.ofOddFunctions());
            case EVEN_BUT_FOR_A_LINEAR_PART -> mirror.ofEvenPlusLinearFunctions();
        };
        if (least.isPresent() && least.getAsDouble() < NOTHING) {
            return Optional.empty();
        }
        String of = "without biases, " + architecture.activation() + " neurons make ";
        String reason = switch (symmetry) {
            case EVEN -> of + "an even function, f(-x) = f(x), and " + task.target() + " has an odd part";
            case ODD -> of + "an odd function, f(-x) = -f(x), and " + task.target() + " has an even part";
            case EVEN_BUT_FOR_A_LINEAR_PART ->
                of + "an even function plus a linear one, and the odd part of " + task.target()
                        + " is not that of a linear function";
        };
        return Optional.of(new Obstacle(reason, "bias = trained", least));
    }
}
