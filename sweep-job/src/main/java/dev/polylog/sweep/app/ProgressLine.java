package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.spark.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How far a sweep is, in one line.
 *
 * @param share of the work that is done, from 0 to 1
 * @param progress of the runs
 * @param planned runs that this command trains
 * @param reused runs that were finished before
 * @param runsPerSecond since the start
 * @param secondsLeft until the end
 */
record ProgressLine(
        double share, Progress progress, int planned, long reused, double runsPerSecond, double secondsLeft) {
    private static final int BAR = 24;

    /** What gives way first when there is no room, last to first; the share of the work never does. */
    private enum Rank {
        SHARE,
        TIME_LEFT,
        BAD_RUNS,
        RUNS,
        RUNNING,
        BAR,
        RATE,
        REUSED,
        NO_BAD_RUNS
    }

    private record Part(Rank rank, String text) {}

    /** All there is to say, without a bar. */
    String text() {
        return joined(parts());
    }

    /** With a bar, and as much as there is room for; at least the share of the work, which takes five columns. */
    String text(int columns) {
        List<Part> kept = new ArrayList<>(parts());
        kept.add(0, new Part(Rank.BAR, bar()));
        while (joined(kept).length() > columns && kept.size() > 1) {
            kept.remove(lastOfTheLeastImportant(kept));
        }
        return joined(kept);
    }

    private static Part lastOfTheLeastImportant(List<Part> parts) {
        return parts.stream()
                .reduce((a, b) -> a.rank().compareTo(b.rank()) > 0 ? a : b)
                .orElseThrow();
    }

    private List<Part> parts() {
        return List.of(
                new Part(Rank.SHARE, String.format(Locale.ROOT, "%3.0f %%", Math.floor(100 * share))),
                new Part(Rank.RUNS, Numerals.count(progress.done()) + "/" + Numerals.count(planned) + " runs"),
                new Part(Rank.RUNNING, progress.running() + " running"),
                bad(progress.failed(), "failed"),
                bad(progress.diverged(), "diverged"),
                new Part(Rank.REUSED, Numerals.count(reused) + " reused"),
                new Part(Rank.RATE, rate() + " runs/s"),
                new Part(Rank.TIME_LEFT, "ETA " + Units.duration(secondsLeft)));
    }

    private static Part bad(int count, String what) {
        return new Part(count == 0 ? Rank.NO_BAD_RUNS : Rank.BAD_RUNS, Numerals.count(count) + " " + what);
    }

    private static String joined(List<Part> parts) {
        String front = parts.stream()
                .filter(part -> part.rank() == Rank.BAR || part.rank() == Rank.SHARE)
                .map(Part::text)
                .collect(Collectors.joining(" "));
        String rest = parts.stream()
                .filter(part -> part.rank() != Rank.BAR && part.rank() != Rank.SHARE)
                .map(Part::text)
                .collect(Collectors.joining(", "));
        return rest.isEmpty() ? front : front + "  " + rest;
    }

    private String rate() {
        return String.format(Locale.ROOT, runsPerSecond < 10 ? "%.1f" : "%,.0f", runsPerSecond);
    }

    private String bar() {
        int full = (int) Math.floor(share * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
