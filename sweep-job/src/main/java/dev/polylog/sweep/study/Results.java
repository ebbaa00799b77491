package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.store.ResultTable;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tables of results of a study, each row made when it is read. */
public final class Results {
    /** All of them. */
    public static final List<Schema<?>> SCHEMAS = List.of(
            CrossingRow.SCHEMA,
            CellRow.SCHEMA,
            LawRow.SCHEMA,
            TheoryRow.SCHEMA,
            SlopeRow.SCHEMA,
            ResidualRow.SCHEMA,
            BandRow.SCHEMA,
            GrowthRow.SCHEMA,
            PhaseRow.SCHEMA,
            ClaimRow.SCHEMA);

    private Results() {}

    static List<ResultTable<?>> of(
            StudyDesign design,
            List<ScalingAnswer> answers,
            List<List<CellSummary>> cells,
            List<BandLevel> bands,
            List<Trajectory> trajectories,
            List<BlockStep> steps,
            List<Ruling> rulings) {
        return List.of(
                table(CrossingRow.SCHEMA, () -> CrossingRow.of(design, answers)),
                table(CellRow.SCHEMA, () -> CellRow.of(design, answers, cells)),
                table(LawRow.SCHEMA, () -> LawRow.of(design, answers)),
                table(TheoryRow.SCHEMA, () -> TheoryRow.of(design, answers)),
                table(SlopeRow.SCHEMA, () -> SlopeRow.of(design, answers)),
                table(ResidualRow.SCHEMA, () -> ResidualRow.of(design, answers)),
                table(BandRow.SCHEMA, () -> BandRow.of(design, bands)),
                table(GrowthRow.SCHEMA, () -> GrowthRow.of(design, steps)),
                table(PhaseRow.SCHEMA, () -> PhaseRow.of(design, trajectories)),
                table(ClaimRow.SCHEMA, rulings::stream));
    }

    private static <R> ResultTable<R> table(Schema<R> schema, Supplier<Stream<R>> rows) {
        return new ResultTable<>(schema, () -> rows.get().iterator());
    }
}
