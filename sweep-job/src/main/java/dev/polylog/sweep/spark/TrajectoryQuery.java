package dev.polylog.sweep.spark;

import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Trajectories of a few runs, with all observables, thinned to what a picture can show. */
final class TrajectoryQuery {
    private static final int MOST_CHECKPOINTS = 240;
    private static final int KEYS = 6;
    private static final List<String> OBSERVABLES =
            Observable.ALL.stream().map(Observable::column).toList();

    private final SparkSession session;
    private final String rows;

    TrajectoryQuery(SparkSession session, String cells, int replicates) {
        this.session = session;
        this.rows = " from planned_runs join stored_trajectories using (store, run_id) where cell in (" + cells
                + ") and replicate < " + replicates;
    }

    List<Trajectory> trajectories() {
        String wanted = steps().entrySet().stream()
                .map(cell -> "cell = " + cell.getKey() + " and step in ("
                        + cell.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(" or "));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Trajectory.Builder> trajectories = new LinkedHashMap<>();
        for (Row row : session.sql("select run_id, cell, outcome, step, samples, phase, "
                        + String.join(", ", OBSERVABLES) + rows + " and (" + wanted
                        + ") order by cell, replicate, step")
                .collectAsList()) {
            List<@Nullable Double> values = new ArrayList<>();
            for (int i = 0; i < OBSERVABLES.size(); i++) {
                values.add(Rows.number(row, KEYS + i));
            }
            trajectories
                    .computeIfAbsent(
                            row.getInt(1) + " " + row.getString(0),
                            place -> new Trajectory.Builder(
                                    row.getString(0), row.getInt(1), Outcome.Kind.parse(row.getString(2))))
                    .add(
                            row.getLong(3),
                            row.getLong(4),
                            row.isNullAt(5) ? null : row.getString(5),
                            OBSERVABLES,
                            values);
        }
        return trajectories.values().stream().map(Trajectory.Builder::build).toList();
    }

    /** The steps of each cell, the same for all its runs. */
    private Map<Integer, List<Long>> steps() {
        Map<Integer, List<Long>> steps = new TreeMap<>();
        for (Row row : session.sql("select distinct cell, step" + rows + " order by cell, step")
                .collectAsList()) {
            steps.computeIfAbsent(row.getInt(0), cell -> new ArrayList<>()).add(row.getLong(1));
        }
        steps.replaceAll((cell, all) -> even(all));
        return steps;
    }

    private static List<Long> even(List<Long> all) {
        if (all.size() <= MOST_CHECKPOINTS) {
            return all;
        }
        List<Long> kept = new ArrayList<>();
        for (int i = 0; i < MOST_CHECKPOINTS; i++) {
            kept.add(all.get((int) ((long) i * (all.size() - 1) / (MOST_CHECKPOINTS - 1))));
        }
        return kept;
    }
}
