package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Growth of a block between two checkpoints of a run. */
record GrowthRow(String axis, DesignPoint point, BlockStep step) implements OfCell {
    static final Schema<GrowthRow> SCHEMA = Schema.of(
            "growth",
            OfCell.columns(),
            List.of(
                    ofString("run_id", "the run", row -> row.step.runId()),
                    ofString("block", "mu1_plus, mu1_minus, mu2_plus or mu2_minus", row -> row.step.block()),
                    ofLong("from_step", "step of a checkpoint in the heavy phase", row -> row.step.fromStep()),
                    ofLong("to_step", "step of the next one that was read", row -> row.step.toStep()),
                    ofDouble("predicted", "mean over both of log(1 + 2 eta g), a step", row -> row.step.predicted()),
                    ofDouble(
                            "measured",
                            "growth of the block's log mass between them, a step",
                            row -> row.step.measured())));

    static Stream<GrowthRow> of(StudyDesign design, List<BlockStep> steps) {
        String axis = design.axis().toString();
        return steps.stream().map(step -> new GrowthRow(axis, design.point(step.cell()), step));
    }
}
