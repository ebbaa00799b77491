package dev.polylog.sweep.config;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others call a field, and what others have and Polylog has not: answers to keys that people try. */
public final class Glossary {
    /** Where all of it stands. */
    public static final String PAGE = "docs/scope.md";

    private Glossary() {}

    /** What is known of some words. */
    public sealed interface Entry {
        /** What people write, in kebab case. */
        List<String> words();

        /** One sentence without a full stop: what to write here. */
        String answer();
    }

    /**
     * Another name of something that is there.
     *
     * @param field the name here
     * @param answer what to write
     */
    public record Synonym(String field, List<String> words, String answer) implements Entry {
        private static Synonym of(Field<?> field, String... words) {
            return new Synonym(field.name(), List.of(words), field + " is its name here");
        }
    }

    /**
     * Something that is not there.
     *
     * @param answer that it is not, and what comes nearest
     */
    public record Absence(List<String> words, String answer) implements Entry {
        private static Absence of(String answer, String... words) {
            return new Absence(List.of(words), answer);
        }
    }

    /** In the order in which the page lists them. */
    public static final List<Synonym> SYNONYMS = List.of(
            Synonym.of(Fields.D, "dim", "dimension", "input-dim", "features", "n-features", "n"),
            Synonym.of(Fields.WIDTH, "p", "hidden", "hidden-size", "hidden-dim", "neurons", "units"),
            Synonym.of(Fields.BATCH_SIZE, "batch", "minibatch", "bs", "m"),
            Synonym.of(Fields.STEP_SIZE, "learning-rate", "lr", "eta"),
            new Synonym(
                    Fields.MAX_STEPS.name(),
                    List.of("steps", "iterations", "epochs", "n-steps", "n-epochs"),
                    Fields.MAX_STEPS + " is the budget here, in steps: with a " + Fields.DATASET_SIZE + ", an epoch is "
                            + Fields.DATASET_SIZE + " / " + Fields.BATCH_SIZE + " of them"),
            Synonym.of(Fields.DATASET_SIZE, "n-train", "train-size", "n-samples", "samples"),
            Synonym.of(Fields.TEST_SIZE, "n-test", "eval-size", "test-samples"),
            Synonym.of(Fields.TARGET, "function", "teacher", "task"),
            Synonym.of(Fields.INPUTS, "input", "distribution", "data"),
            Synonym.of(Fields.LABEL_NOISE, "noise", "flip", "q"),
            Synonym.of(Fields.ACTIVATION, "nonlinearity", "act"),
            Synonym.of(Fields.LOSS, "criterion", "objective"),
            Synonym.of(Fields.OPTIMIZER, "algorithm", "optim"),
            Synonym.of(Fields.INIT_SCALE, "theta", "init-std", "gain"),
            Synonym.of(Fields.OBSERVE, "log-every", "eval-every", "checkpoints"),
            Synonym.of(Fields.PATIENCE, "early-stopping"),
            Synonym.of(Fields.PRECISION, "dtype"),
            new Synonym(
                    "replicates",
                    List.of("seeds", "n-seeds", "repeats", "trials", "runs", "replicates"),
                    "replicates stands at the top level of the file"),
            new Synonym(
                    "seed",
                    List.of("seed", "random-seed", "random-state", "rng"),
                    "seed stands at the top level of the file, and every run derives its own from it"));

    /** In the order in which the page lists them. */
    public static final List<Absence> ABSENCES = List.of(
            Absence.of(
                    "there is no weight decay; only the fits of method = ridge have a penalty",
                    "weight-decay",
                    "wd",
                    "l2",
                    "l1",
                    "regularization"),
            Absence.of("there is no dropout", "dropout"),
            Absence.of(
                    "the step size of a run is constant; layers = first-then-second is the only schedule",
                    "schedule",
                    "scheduler",
                    "lr-schedule",
                    "warmup",
                    "lr-decay"),
            Absence.of(
                    "gradients are not clipped; a run whose weights are no numbers ends as diverged",
                    "clip",
                    "grad-clip",
                    "gradient-clipping",
                    "max-norm"),
            Absence.of(
                    "networks have one hidden layer",
                    "depth",
                    "n-layers",
                    "num-layers",
                    "hidden-layers",
                    "architecture",
                    "model"),
            Absence.of("there is no normalisation of layers or batches", "batch-norm", "layer-norm", "normalization"),
            Absence.of(
                    "there are two classes, or one real output (labels = real)",
                    "classes",
                    "n-classes",
                    "num-classes",
                    "n-outputs"),
            Absence.of(
                    "inputs are drawn from laws; no data set can be read from a file",
                    "dataset",
                    "data-file",
                    "data-path",
                    "path"),
            Absence.of("each run trains on one core of a processor", "device", "gpu", "cuda", "threads"));

    /** What is known of a key, however it is spelt. */
    public static Optional<Entry> of(String key) {
        String word = key.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.<Entry>concat(SYNONYMS.stream(), ABSENCES.stream())
                .filter(entry -> entry.words().contains(word))
                .findFirst();
    }

    /** Whether others call a field by this word, in kebab case. */
    public static boolean isOtherNameOf(Field<?> field, String word) {
        return SYNONYMS.stream()
                .anyMatch(entry ->
                        entry.field().equals(field.name()) && entry.words().contains(word));
    }

    /** The table of other names, as the page has it. */
    public static String synonymsAsMarkdown() {
        return SYNONYMS.stream()
                .map(entry -> "| `" + entry.field() + "` | " + words(entry) + " |\n")
                .collect(Collectors.joining());
    }

    /** The table of what is not there, as the page has it. */
    public static String absencesAsMarkdown() {
        return ABSENCES.stream()
                .map(entry -> "| " + words(entry) + " | " + entry.answer() + " |\n")
                .collect(Collectors.joining());
    }

    private static String words(Entry entry) {
        return entry.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
