package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.evidence.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many runs were training at a time. */
public final class Utilisation {
    private static final String TITLE = "Runs in training over time";
    private static final int MOST_STEPS = 1500;

    private Utilisation() {}

    /** A staircase of whole runs. Of more steps than can be drawn, the highest of each stretch of time is kept. */
    public static Entry of(List<Load> load) {
        List<Load> sorted = load.stream()
                .filter(step -> Double.isFinite(step.seconds()))
                .sorted(Comparator.comparingDouble(Load::seconds))
                .map(step -> new Load(step.seconds(), Math.round(step.running())))
                .toList();
        if (sorted.isEmpty() || sorted.stream().allMatch(step -> step.running() == 0)) {
            return new LeftOut(TITLE, "No run has a recorded start.");
        }
        Unit unit = Unit.of(sorted.get(sorted.size() - 1).seconds());
        DataTable.Builder rows = DataTable.of("seconds", "elapsed", "running");
        for (Load step : peaks(sorted)) {
            rows.add(step.seconds(), step.seconds() / unit.seconds, (long) step.running());
        }
        return new Figure(
                "utilisation",
                TITLE,
                "Each run counts from its start to its end. A long tail of few runs at the end is time that more packs, or"
                        + " shorter runs, would have saved.",
                "Number of runs in training against time.",
                Panels.one().withAspect(0.5).plot(unit(unit, sorted)),
                Map.of("rows", rows.build()));
    }

    private static List<Load> peaks(List<Load> sorted) {
        if (sorted.size() <= MOST_STEPS) {
            return sorted;
        }
        double first = sorted.get(0).seconds();
        double stretch = (sorted.get(sorted.size() - 1).seconds() - first) / MOST_STEPS;
        List<Load> kept = new ArrayList<>();
        Shown.groups(sorted, step -> (long) ((step.seconds() - first) / stretch))
                .values()
                .forEach(part -> kept.add(new Load(
                        part.get(0).seconds(),
                        part.stream().mapToDouble(Load::running).max().orElse(0))));
        return kept;
    }

    private static ObjectNode unit(Unit unit, List<Load> sorted) {
        Scale across = new Scale(
                "linear", 0, Math.max(1e-3, sorted.get(sorted.size() - 1).seconds() / unit.seconds));
        Scale up = Scale.linear(sorted.stream().mapToDouble(Load::running)).with(0);
        ObjectNode y = Channel.position(
                "running", "runs in training", Channel.PLAIN, new Scale("linear", 0, up.high() * 1.05));
        ObjectNode axis = (ObjectNode) y.get("axis");
        axis.put("tickMinStep", 1);
        return Json.object(
                "mark",
                Json.object(
                        "type",
                        "area",
                        "interpolate",
                        "step-after",
                        "opacity",
                        0.35,
                        "color",
                        Palette.BLUE,
                        "line",
                        Json.object("color", Palette.BLUE, "strokeWidth", 1.2, "opacity", 1)),
                "encoding",
                Json.object(
                        "x",
                        Channel.position("elapsed", "time since the first run (" + unit + ")", Channel.PLAIN, across),
                        "y",
                        y));
    }

    private enum Unit {
        SECONDS(1, "s"),
        MINUTES(60, "min"),
        HOURS(3600, "h"),
        DAYS(86_400, "days");

        private final double seconds;
        private final String words;

        Unit(double seconds, String words) {
            this.seconds = seconds;
            this.words = words;
        }

        static Unit of(double seconds) {
            Unit fitting = SECONDS;
            for (Unit unit : values()) {
                if (seconds >= 2 * unit.seconds) {
                    fitting = unit;
                }
            }
            return fitting;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
