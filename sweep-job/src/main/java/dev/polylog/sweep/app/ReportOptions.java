package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.study.StudyOptions;
import dev.polylog.sweep.theory.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a report is about. */
final class ReportOptions {
    @Option(
            names = "--axis",
            paramLabel = "FIELD",
            description =
                    "Compare numbers of samples along this field. Default: d if it varies, else the first number that does.")
    private @Nullable String axis;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description =
                    "What the test error has to fall to; may be repeated, figures show the first. Default: what the sweep"
                            + " stops at, else 0.1. For sweeps that only stop at a loss, of the test loss.")
    private List<Double> thresholds = new ArrayList<>();

    @Option(
            names = "--confirm",
            paramLabel = "N",
            description =
                    "Consecutive checkpoints that must meet the threshold. Default: as many as the sweep asks for.")
    private @Nullable Integer confirm;

    @Option(
            names = "--law",
            description = "Fit laws along whatever the axis is. Default: only along d, for which they were derived.")
    private boolean anyLaw;

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Networks that theory starts from in each cell; 0 leaves theory out. Default: "
                    + Theory.USUAL_STARTS + ", or fewer where that would take long.")
    private @Nullable Integer starts;

    StudyOptions read() {
        for (double threshold : thresholds) {
            if (!(threshold >= 0 && threshold < Double.POSITIVE_INFINITY)) {
                throw new Failure(
                        ExitCode.BAD_INPUT, "Invalid --threshold: " + threshold + " (expected a number of at least 0)");
            }
        }
        if (confirm != null && confirm < 1) {
            throw new Failure(
                    ExitCode.BAD_INPUT, "Invalid --confirm: " + confirm + " (expected a whole number of at least 1)");
        }
        if (starts != null && (starts < 0 || starts > PredictCommand.MOST_STARTS)) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Invalid --starts: " + starts + " (expected 0 to " + Numerals.count(PredictCommand.MOST_STARTS)
                            + ")");
        }
        return new StudyOptions(
                Optional.ofNullable(axis),
                thresholds,
                confirm == null ? OptionalInt.empty() : OptionalInt.of(confirm),
                anyLaw ? StudyOptions.Laws.OF_ANY_AXIS : StudyOptions.Laws.OF_DIMENSION,
                starts == null ? OptionalInt.empty() : OptionalInt.of(starts));
    }
}
