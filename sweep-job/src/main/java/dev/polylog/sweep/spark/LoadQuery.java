package dev.polylog.sweep.spark;

import dev.polylog.sweep.evidence.Load;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How many runs were in training over time: starts and ends are counted by stretches of time, where the runs are. */
final class LoadQuery {
    private LoadQuery() {}

    /**
     * A start at place s, in stretches, adds a run from then on: to its own stretch the share that is left of it, to the next one
     * the rest. An end takes the same away. So even runs shorter than a stretch count by their length.
     */
    static List<Load> ask(SparkSession session, int stretches) {
        Row span = session.sql("select min(start), max(start + wall_seconds) from planned_runs")
                .head();
        if (span.isNullAt(0) || !(span.getDouble(1) > span.getDouble(0))) {
            return List.of();
        }
        double start = span.getDouble(0);
        double length = (span.getDouble(1) - start) / stretches;
        double[] change = new double[stretches + 2];
        for (Row row : session.sql("with events as (select (start - " + start + "d) / " + length
                        + "d as place, 1 as sign from planned_runs union all select (start + wall_seconds - " + start
                        + "d) / " + length + "d, -1 from planned_runs)"
                        + " select int(floor(place)), sum(sign * (1 - place + floor(place))), sum(sign * (place - floor(place)))"
                        + " from events group by 1")
                .collectAsList()) {
            int stretch = Math.max(0, Math.min(stretches, row.getInt(0)));
            change[stretch] += row.getDouble(1);
            change[stretch + 1] += row.getDouble(2);
        }
        List<Load> load = new ArrayList<>();
        double running = 0;
        for (int i = 0; i < stretches; i++) {
            running += change[i];
            load.add(new Load(i * length, Math.max(0, running)));
        }
        load.add(new Load(stretches * length, 0));
        return load;
    }
}
