package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Quantiles over the runs of a cell at a checkpoint. */
record BandRow(String axis, DesignPoint point, BandLevel level) implements OfCell {
    static final Schema<BandRow> SCHEMA = Schema.of(
            "bands",
            OfCell.columns(),
            List.of(
                    ofLong("d", "dimension of the inputs", row -> row.point.d()),
                    ofString("observable", "test_error or test_loss", row -> row.level.observable()),
                    ofLong("samples", "training samples seen", row -> row.level.samples()),
                    ofLong(
                            "runs",
                            "runs that the quantiles are over: all of the cell that neither diverged nor failed",
                            row -> row.level.runs()),
                    ofDouble("q05", "5 % quantile", row -> row.level.q05()),
                    ofDouble("q25", "25 % quantile", row -> row.level.q25()),
                    ofDouble("q50", "median", row -> row.level.q50()),
                    ofDouble("q75", "75 % quantile", row -> row.level.q75()),
                    ofDouble("q95", "95 % quantile", row -> row.level.q95())));

    static Stream<BandRow> of(StudyDesign design, List<BandLevel> levels) {
        String axis = design.axis().toString();
        return levels.stream().map(level -> new BandRow(axis, design.point(level.cell()), level));
    }
}
