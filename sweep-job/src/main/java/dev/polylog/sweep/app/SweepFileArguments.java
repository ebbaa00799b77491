package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sweep file that a command is about. */
class SweepFileArguments {
    @Parameters(paramLabel = "SWEEP.conf", description = "The sweep file.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Change one value of the file, such as run.width=128; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    /** The command that says what theory expects of the same sweep. */
    String predict() {
        return Invocation.of(Stream.concat(
                        Stream.of("predict", file.toString()),
                        overrides.stream().flatMap(override -> Stream.of("--set", override)))
                .toArray(String[]::new));
    }

    Sweep read() throws InvalidSweepException {
        return SweepFile.read(file, overrides);
    }
}
