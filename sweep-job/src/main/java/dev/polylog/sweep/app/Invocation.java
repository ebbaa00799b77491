package dev.polylog.sweep.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** How this program was started, in the words of a shell: for hints that can be typed as they stand. */
final class Invocation {
    static final String NAME = "polylog";

    private static final String PROPERTY = "polylog.command";
    private static final String SPARK_SUBMIT = "org.apache.spark.deploy.SparkSubmit";
    private static final String HARMLESS = "[A-Za-z0-9_./:@%+=,-]+";

    private Invocation() {}

    /** Such as {@code ./polylog} or {@code spark-submit target/polylog.jar}. */
    static String command() {
        String said = System.getProperty(PROPERTY);
        if (said != null) {
            return said;
        }
        boolean submitted = System.getProperty("sun.java.command", "").startsWith(SPARK_SUBMIT);
        return submitted ? "spark-submit " + ownJar().map(Invocation::quoted).orElse("polylog.jar") : NAME;
    }

    /** The command with arguments, quoted where a shell requires it. */
    static String of(String... arguments) {
        return command() + " "
                + List.of(arguments).stream().map(Invocation::quoted).collect(Collectors.joining(" "));
    }

    /** A text in which commands at its start or in backquotes become what its reader can type. */
    static String typed(String text) {
        return text.replaceAll("(^|`)" + NAME + " ", "$1" + Matcher.quoteReplacement(command()) + " ");
    }

    /** In single quotes, or in double ones if it holds single quotes and nothing that a shell would replace there. */
    private static String quoted(String word) {
        if (word.matches(HARMLESS)) {
            return word;
        }
        boolean isLiteral = !word.matches("(?s).*[$`\"\\\\!].*");
        return word.contains("'") && isLiteral ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Optional<String> ownJar() {
        return ClusterOptions.ownJar().map(jar -> {
            Path here = Path.of("").toAbsolutePath();
            Path path = Path.of(jar).toAbsolutePath();
            return path.startsWith(here) ? here.relativize(path).toString() : jar;
        });
    }
}
