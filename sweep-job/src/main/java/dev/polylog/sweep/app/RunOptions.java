package dev.polylog.sweep.app;

import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.store.Takeover;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run} trains, and for how long. */
final class RunOptions {
    @Option(
            names = "--only",
            paramLabel = "failed|RUN_ID",
            description = "Train only the runs that failed earlier, or only one run.")
    private @Nullable String only;

    @Option(names = "--fresh", description = "Move the store aside, with a time stamp, and begin anew.")
    private boolean fresh;

    @Option(names = "--fail-fast", description = "Stop at the first run that fails or diverges.")
    private boolean failFast;

    @Option(names = "--max-hours", paramLabel = "H", description = "Stop after this time; what is finished stays.")
    private @Nullable Double maxHours;

    @Option(
            names = "--max-run-seconds",
            paramLabel = "S",
            description = "A run that takes longer fails, and is tried again by the next command.")
    private @Nullable Double maxRunSeconds;

    @Option(names = "--no-report", description = "Do not make the report; `polylog report` makes it later.")
    private boolean withoutReport;

    @Option(
            names = "--take-over",
            description = "Write to a store on a shared file system although its last driver never released it.")
    private boolean takeOver;

    @Option(
            names = "--pack-seconds",
            paramLabel = "S",
            description = "Predicted length of a task. Default: 30, or less for short sweeps.")
    private @Nullable Double packSeconds;

    /** Refuses what cannot be meant, before anything is done; returns what to train. */
    Selection check() {
        timeLimit();
        runLimit();
        packSeconds();
        return selection();
    }

    private Selection selection() {
        try {
            return only == null ? new Selection.Unfinished() : Selection.parse(only);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }

    boolean isFresh() {
        return fresh;
    }

    boolean wantsReport() {
        return !withoutReport;
    }

    boolean isFailFast() {
        return failFast;
    }

    Optional<Duration> timeLimit() {
        return positive("--max-hours", maxHours).map(hours -> Duration.ofMillis((long) (hours * 3.6e6)));
    }

    Optional<Duration> runLimit() {
        return positive("--max-run-seconds", maxRunSeconds).map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
    }

    Optional<Double> packSeconds() {
        return positive("--pack-seconds", packSeconds);
    }

    Takeover takeover() {
        return takeOver ? Takeover.TAKE_OVER : Takeover.REFUSE;
    }

    private static Optional<Double> positive(String option, @Nullable Double value) {
        if (value != null && !(value > 0 && value < 1e9)) {
            throw new Failure(
                    ExitCode.BAD_INPUT, "Invalid " + option + ": " + value + " (expected a number greater than 0)");
        }
        return Optional.ofNullable(value);
    }
}
