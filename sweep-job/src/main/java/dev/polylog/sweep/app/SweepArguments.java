package dev.polylog.sweep.app;

import dev.polylog.sweep.grid.Sweep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sweep that a command is about, and its store. */
final class SweepArguments extends SweepFileArguments {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The store: a folder or a Hadoop path. Default: out/<name of the sweep>.")
    private @Nullable String out;

    String store(Sweep sweep) {
        return Optional.ofNullable(out).orElse("out/" + sweep.name());
    }
}
