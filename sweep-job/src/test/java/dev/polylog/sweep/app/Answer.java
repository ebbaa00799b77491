package dev.polylog.sweep.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What the command said and how it ended. */
record Answer(int exitCode, String out, String err) {

    /** Calls the command in this process; a run makes no report, which would take longer than most runs of tests. */
    static Answer to(Object... arguments) {
        return exactlyTo((Object[]) texts(arguments));
    }

    /** Calls the command in this process. */
    static Answer exactlyTo(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Polylog.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(strings(arguments));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /** Starts the launcher as a user does, output of both kinds going to one file. */
    static Process launch(Path output, Map<String, String> environment, Object... arguments) {
        List<String> command = new ArrayList<>();
        // A shell that ignores Ctrl-C would hand that on.
        command.addAll(List.of("env", "--default-signal=INT", launcher().toString()));
        command.addAll(List.of(texts(arguments)));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path launcher() {
        return Path.of("..").resolve("polylog").toAbsolutePath().normalize();
    }

    private static String[] texts(Object... arguments) {
        List<String> texts = new ArrayList<>(List.of(strings(arguments)));
        if (!texts.isEmpty() && texts.get(0).equals("run")) {
            texts.add(1, "--no-report");
        }
        return texts.toArray(String[]::new);
    }

    private static String[] strings(Object... arguments) {
        return List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    }

    String all() {
        return out + err;
    }
}
