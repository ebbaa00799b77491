package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sweep that a command is about. */
final class SweepArguments {
    @Parameters(paramLabel = "SWEEP.conf", description = "The sweep file.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Change one value of the file, such as run.width=128; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The store: a folder or a Hadoop path. Default: out/<name of the sweep>.")
    private @Nullable String out;

    Sweep read() throws InvalidSweepException {
        return SweepFile.read(file, overrides);
    }

    String store(Sweep sweep) {
        return Optional.ofNullable(out).orElse("out/" + sweep.name());
    }
}
