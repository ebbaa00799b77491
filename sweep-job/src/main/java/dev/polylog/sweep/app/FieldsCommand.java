package dev.polylog.sweep.app;

import dev.polylog.sweep.config.Glossary;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a sweep file can set. */
@Command(
        name = "fields",
        description = "List the fields of sweep files: defaults, meanings and values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  polylog fields",
            "  polylog fields step-size",
            "  polylog fields noise",
            "",
            "docs/sweep-files.md says more of targets, inputs and schedules."
        })
final class FieldsCommand implements Callable<Integer> {
    private static final String INDENT = "    ";
    private static final int MOST_COLUMNS = 110;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FIELD",
            description = "A field, or a word that occurs in what is said of fields. Default: all.",
            completionCandidates = Names.class)
    private @Nullable String word;

    /** For shells that complete. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        int columns = Math.min(MOST_COLUMNS, Terminal.columns());
        for (Field<?> field : wanted()) {
            out.println(field + " = " + Canonical.text(field.fallback()));
            Paragraph.wrap(INDENT + field.meaning(), columns, INDENT).forEach(out::println);
            Paragraph.wrap(INDENT + "values: " + field.expected(), columns, INDENT)
                    .forEach(out::println);
            if (field.relevance().field() != null) {
                Paragraph.wrap(INDENT + "only with " + field.relevance(), columns, INDENT)
                        .forEach(out::println);
            }
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    /** The one of this name, or else those in whose description the word occurs, or the one that others call so. */
    private List<? extends Field<?>> wanted() {
        if (word == null) {
            return Fields.ALL;
        }
        String wanted =
                word.toLowerCase(Locale.ROOT).replaceFirst("^(run|grid)\\.", "").replace('_', '-');
        return Stream.<Supplier<List<? extends Field<?>>>>of(
                        () -> those(field -> field.name().equals(wanted)),
                        () -> those(field -> description(field).contains(wanted)),
                        () -> those(field -> Glossary.isOtherNameOf(field, wanted)))
                .<List<? extends Field<?>>>map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> unknown(wanted));
    }

    private Failure unknown(String wanted) {
        String hint = Glossary.of(wanted)
                .map(entry -> " (" + entry.answer() + ")")
                .orElseGet(() -> Suggestion.of(wanted, names()));
        return new Failure(ExitCode.BAD_INPUT, "Unknown field: " + word + hint);
    }

    private static List<? extends Field<?>> those(Predicate<Field<?>> wanted) {
        return Fields.ALL.stream().filter(wanted).toList();
    }

    private static String description(Field<?> field) {
        return (field + " " + field.meaning() + " " + field.expected() + " " + field.relevance())
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> names() {
        return Fields.ALL.stream().map(Field::name).toList();
    }
}
