package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Csv;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every run of a sweep as a row, in the order of the grid. */
final class PlanCsv {
    private static final int CHECK_INTERVAL = 1000;

    private PlanCsv() {}

    static void print(Sweep sweep, PrintWriter out) {
        out.println(Csv.line(Stream.concat(
                        Stream.of("run_id", "stream_id", "sweep", "seed", "replicate"),
                        Fields.ALL.stream().map(Field::column))
                .toList()));
        long rows = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            int replicates = sweep.replicates(cell);
            for (int replicate = 0; replicate < replicates; replicate++) {
                out.println(Csv.line(row(sweep, sweep.spec(cell, replicate))));
                if (++rows % CHECK_INTERVAL == 0) {
                    Output.check(out);
                }
            }
        }
        Output.check(out);
    }

    private static List<String> row(Sweep sweep, RunSpec spec) {
        RunIdentity identity = RunIdentity.of(spec);
        List<String> row = new ArrayList<>();
        row.add(identity.runId());
        row.add(identity.streamId());
        row.add(sweep.name());
        row.add(Long.toString(spec.seed()));
        row.add(Integer.toString(spec.replicate()));
        for (Field<?> field : Fields.ALL) {
            @Nullable Object value = Fields.cell(field, spec);
            row.add(value == null ? "" : Canonical.text(value));
        }
        return row;
    }
}
