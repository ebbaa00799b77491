package dev.polylog.sweep.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.NamedValues;
import dev.polylog.sweep.store.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Map<String, List<Map<String, Object>>> TABLES = new LinkedHashMap<>();

    @BeforeAll
    static void study() throws InvalidSweepException {
        Sweep sweep = SweepFile.parse("""
            name = made-up
            run { width = 16, batch-size = "8 * d", step-size = 0.1, max-steps = 100000, observe = 100, stop-at-error = 0.1 }
            grid { label-noise = [0, 0.05], d = { from = 16, to = 128, times = 2 } }
            replicates = 12
            claims = [
              { id = A1, says = they learn, source = nobody, statistic = success-rate, above = 0.5 }
              { id = A2, says = at once, source = nobody, statistic { name = final-mean, observable = test_loss }, above = 0.5 }
            ]
            """);
        Study study = Study.of(sweep, new MadeUpEvidence(sweep), StudyOptions.USUAL, MadeUpEvidence.ORIGIN);
        study.results().forEach(ResultsTest::read);
    }

    private static <R> void read(ResultTable<R> table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(NamedValues.of(table.schema(), row)));
        TABLES.put(table.schema().name(), rows);
    }

    @Test
    void everyTableHasItsRows() {
        assertThat(TABLES.keySet())
                .containsExactlyElementsOf(
                        Results.SCHEMAS.stream().map(schema -> schema.name()).toList());
        assertThat(TABLES)
                .hasEntrySatisfying("crossings", rows -> assertThat(rows).hasSize(8 * 12));
        assertThat(TABLES).hasEntrySatisfying("cells", rows -> assertThat(rows).hasSize(8));
        assertThat(TABLES).hasEntrySatisfying("slopes", rows -> assertThat(rows).hasSize(2 * 3));
        Map<String, List<Map<String, Object>>> ofGroups = new LinkedHashMap<>(TABLES);
        ofGroups.remove("claims");
        ofGroups.forEach((name, rows) -> assertThat(rows)
                .as(name)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("axis", "d"))
                .extracting(row -> row.get("cells"))
                .containsOnly("label_noise = 0", "label_noise = 0.05"));
    }

    @Test
    void aClaimHasItsVerdict() {
        assertThat(rows("claims")).hasSize(2);
        assertThat(rows("claims").get(0))
                .containsEntry("store", "made-up")
                .containsEntry("id", "A1")
                .containsEntry("statistic", "success-rate")
                .containsEntry("cells", 8)
                .containsEntry("runs", 96L)
                .containsEntry("value", 88.0 / 96)
                .containsEntry("bound_low", 0.5)
                .containsEntry("bound_high", Double.POSITIVE_INFINITY)
                .containsEntry("verdict", "holds")
                .containsEntry("remark", "88 of 96 runs");
        assertAscending(rows("claims").get(0), "low", "value", "high");
        assertThat(rows("claims").get(1))
                .containsEntry("verdict", "undecided")
                .containsEntry("value", null)
                .containsEntry("remark", "fewer than two runs have a value");
    }

    @Test
    void aCrossingIsThatOfItsRun() {
        assertThat(rows("crossings")).allSatisfy(row -> {
            assertThat(row)
                    .containsEntry("observable", "test_error")
                    .containsEntry("threshold", 0.1)
                    .containsEntry("confirm", 3);
            assertThat(row.get("run_id")).asString().startsWith("run " + row.get("replicate") + " of cell ");
            assertThat(row.get("d")).isEqualTo(Math.round(number(row, "x")));
            assertAscending(row, "lower", "upper");
            assertAscending(row, "lower", "spent");
        });
    }

    @Test
    void aCellCountsItsRuns() {
        assertThat(rows("cells")).allSatisfy(row -> {
            assertThat(row)
                    .containsEntry("planned", 12L)
                    .containsEntry("reached", 11L)
                    .containsEntry("exhausted", 1L)
                    .containsEntry("diverged", 0L)
                    .containsEntry("rejected", 0L)
                    .containsEntry("failed", 0L)
                    .containsEntry("observable", "test_error")
                    .containsEntry("threshold", 0.1)
                    .containsEntry("confirm", 3)
                    .containsEntry("runs", 12L)
                    .containsEntry("crossed", 11L)
                    .containsEntry("success", 11.0 / 12);
            assertAscending(row, "success_low", "success", "success_high");
            assertAscending(row, "median_low", "median", "median_high");
            assertAscending(row, "expected_samples_low", "expected_samples", "expected_samples_high");
            assertThat(number(row, "median_test_error")).isBetween(0.01, 0.08);
        });
    }

    @Test
    void aLawHasItsParametersBetweenTheirBounds() {
        assertThat(rows("laws"))
                .allSatisfy(row -> {
                    assertThat(row)
                            .containsEntry("observable", "test_error")
                            .containsEntry("threshold", 0.1)
                            .containsEntry("confirm", 3);
                    assertThat(row.get("decision")).isIn("supported", "undecided", "no_law_fits", "too_little_data");
                    if (row.get("law").toString().matches("d \\(c0 \\+ [0-9].*")) {
                        assertThat(number(row, "weight")).isNaN();
                    } else {
                        assertThat(number(row, "weight")).isBetween(0.0, 1.0);
                        assertThat(number(row, "aicc_delta")).isNotNegative();
                    }
                    assertAscending(row, "low", "estimate", "high");
                    if (row.get("hold_out_x") != null) {
                        assertThat(row).containsEntry("hold_out_x", 128.0);
                        assertThat(number(row, "hold_out_score")).isNegative();
                        assertThat(number(row, "hold_out_observed")).isGreaterThan(50_000);
                    }
                    if (row.get("hold_out_low") != null) {
                        assertAscending(row, "hold_out_low", "hold_out_predicted", "hold_out_high");
                    }
                })
                .anySatisfy(row -> assertAscending(row, "bootstrap_low", "estimate", "bootstrap_high"))
                .anySatisfy(row -> assertThat(row.get("hold_out_low")).isNotNull());
        assertThat(rows("laws").stream()
                        .filter(row -> row.get("law").equals("d (c0 + c1 log d)"))
                        .map(row -> row.get("parameter")))
                .contains("c0", "c1", "spread");
    }

    /** The made-up runs need 40 + 80 log d samples a dimension, which is not what theory expects of their cells. */
    @Test
    void theoryStandsBesideTheRuns() {
        assertThat(rows("theory")).hasSize(2).allSatisfy(row -> {
            assertThat(row).containsEntry("places", 4).containsEntry("threshold", 0.1);
            assertAscending(row, "error_least", "error", "error_most");
            assertAscending(row, "measured_c1_low", "measured_c1", "measured_c1_high");
            assertThat(number(row, "c1")).isFinite();
        });
        assertThat(rows("cells")).allSatisfy(row -> {
            assertThat(number(row, "theory_starts")).isBetween(2.0, 8.0);
            assertThat(number(row, "theory_samples"))
                    .isBetween(number(row, "theory_least"), number(row, "theory_most"));
        });
    }

    @Test
    void aSlopeLiesBetweenItsCellsAndItsBounds() {
        assertThat(rows("slopes")).allSatisfy(row -> {
            assertThat(row).containsEntry("observable", "test_error").containsEntry("threshold", 0.1);
            assertThat(number(row, "to_x")).isEqualTo(2 * number(row, "from_x"));
            assertAscending(row, "low", "slope", "high");
            assertThat(number(row, "slope")).isBetween(0.5, 2.0);
        });
    }

    @Test
    void aResidualLiesBetweenItsBounds() {
        assertThat(rows("residuals")).allSatisfy(row -> {
            assertThat(row).containsEntry("observable", "test_error").containsEntry("threshold", 0.1);
            assertThat(row.get("law")).asString().contains("d");
            assertThat(number(row, "x")).isBetween(16.0, 128.0);
            assertAscending(row, "low", "residual", "high");
        });
    }

    @Test
    void aBandKeepsItsQuantilesInOrder() {
        assertThat(rows("bands")).allSatisfy(row -> {
            assertThat(row.get("d")).isEqualTo(Math.round(number(row, "x")));
            assertThat(row)
                    .containsEntry("observable", "test_error")
                    .containsEntry("samples", 64L)
                    .containsEntry("runs", 9L)
                    .containsEntry("q05", 0.05)
                    .containsEntry("q25", 0.25)
                    .containsEntry("q50", 0.5)
                    .containsEntry("q75", 0.75)
                    .containsEntry("q95", 0.95);
        });
    }

    @Test
    void growthIsMeasuredAndPredictedAStep() {
        assertThat(rows("growth")).allSatisfy(row -> {
            assertThat(row).containsEntry("block", "mu1_plus");
            assertThat(row.get("run_id")).asString().startsWith("run ");
            assertThat((long) row.get("to_step")).isEqualTo((long) row.get("from_step") + 10);
            assertThat(number(row, "measured")).isCloseTo(0.02, within(1e-12));
            assertThat(number(row, "predicted")).isCloseTo(Math.log1p(2 * 0.1 * 0.3), within(1e-12));
        });
    }

    @Test
    void aPhaseBeginsBetweenTwoCheckpoints() {
        assertThat(rows("phases")).allSatisfy(row -> {
            assertThat(row.get("run_id")).asString().startsWith("run ");
            assertThat(row).containsEntry("lower", 0.0).containsEntry("upper", 80.0);
        });
        assertThat(rows("phases").stream().map(row -> row.get("phase"))).containsOnly("heterogeneous", "heavy");
    }

    private static List<Map<String, Object>> rows(String table) {
        return Objects.requireNonNull(TABLES.get(table));
    }

    private static double number(Map<String, Object> row, String column) {
        return (double) row.get(column);
    }

    /** Strictly, and none is missing. */
    private static void assertAscending(Map<String, Object> row, String... columns) {
        for (int i = 1; i < columns.length; i++) {
            assertThat(number(row, columns[i - 1]))
                    .as("%s < %s of %s", columns[i - 1], columns[i], row)
                    .isLessThan(number(row, columns[i]));
        }
    }
}
