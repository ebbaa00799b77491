package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every law, target and way of training from a sweep file to a table. */
class LawsIT {
    @TempDir
    Path folder;

    @Test
    void everyLawAndTargetTrains() throws IOException {
        Path sweep = Files.writeString(folder.resolve("laws.conf"), """
                name = laws
                run { d = 6, width = 8, batch-size = 32, max-steps = 4, test-size = 64, observe = 2, snapshots = [4] }
                grid {
                  inputs = [gaussian, boolean, clusters, sphere, uniform, four-points]
                  target = [xor, and, or, sine-boundary, parity-2, parity-3]
                  layers = [both, second]
                }
                exclude = ["target == 'parity-3' and (inputs == 'clusters' or inputs == 'four-points')"]
                """);
        Path store = folder.resolve("store");
        Answer answer = Answer.to("run", sweep, "--out", store, "--master", "local[2]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(query(store, "select count(*) from runs where outcome = 'exhausted'"))
                .isEqualTo("68");
        assertThat(query(
                        store,
                        "select count(distinct target) from runs join trajectories using (run_id) where"
                                + " block_imbalance is not null and phase is not null and signal_norm is not null"))
                .isEqualTo("2");
        assertThat(query(
                        store,
                        "select count(*) from trajectories where test_error is null or test_loss is null or output_norm is"
                                + " null or layer_gap_min is null or clean_gap is null"))
                .isEqualTo("0");
        assertThat(query(
                        store,
                        "select count(*) from runs where target in ('and', 'or', 'sine-boundary', 'parity-3') and"
                                + " (final_alignment is not null or final_margin_min is not null or final_phase is not"
                                + " null)"))
                .isEqualTo("0");
    }

    /** Spaces, commas and parentheses of a formula come through plan, table, query and report. */
    @Test
    void targetsAreFormulas() throws IOException {
        Path sweep = Files.writeString(folder.resolve("formulas.conf"), """
                name = formulas
                run { d = 12, batch-size = 32, max-steps = 4, test-size = 64, observe = 2, stop-at-error = 0.2 }
                grid {
                  target = [parity-3, "sign(x1*x2*x3)", "max(sign(x1), min(sign(x2), sign(x3)))", "sign(he3(x1) - x2)"]
                  inputs = [gaussian, boolean]
                  width = [4, 8]
                }
                exclude = ["target == 'sign(he3(x1)-x2)' and inputs == 'boolean'"]
                """);
        Answer plan = Answer.to("plan", sweep, "--csv");
        assertThat(plan.exitCode()).as(plan.all()).isZero();
        assertThat(plan.out().lines())
                .hasSize(1 + 14)
                .filteredOn(line -> line.contains(",\"max(sign(x1), min(sign(x2), sign(x3)))\","))
                .hasSize(4);
        Path store = folder.resolve("store");
        Answer answer = Answer.exactlyTo("run", sweep, "--out", store, "--master", "local[2]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(query(store, "select count(*) from runs where target = 'sign(x1 * x2 * x3)'"))
                .isEqualTo("4");
        // The name enters the stream, and so other samples are drawn.
        assertThat(query(store, "select count(distinct stream_id) from runs where outcome in ('reached', 'exhausted')"))
                .isEqualTo("14");
        assertThat(Files.readString(store.resolve("report.html"))).contains("max(sign(x1), min(sign(x2), sign(x3)))");
        Answer again = Answer.to("run", sweep, "--out", store, "--master", "local[2]");
        assertThat(again.exitCode()).as(again.all()).isZero();
        assertThat(query(store, "select count(*) from runs")).isEqualTo("14");
    }

    @Test
    void basesDataSetsAndPrecisionsAreFields() throws IOException {
        Path sweep = Files.writeString(folder.resolve("ways.conf"), """
                name = ways
                run { d = 40, width = 4, batch-size = full, max-steps = 3, test-size = 16, covariance = power-law
                      dataset-size = 96 }
                grid { anisotropy = [0.5, 1], basis = [axes, rotated], covariance-basis = [axes, rotated]
                       precision = [single, double] }
                """);
        Path store = folder.resolve("store");
        Answer answer = Answer.to("run", sweep, "--out", store, "--master", "local[2]");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(query(
                        store, "select count(distinct stream_id) from runs where engine = 'dense' and batch_size = 96"))
                .isEqualTo("16");
        // Rounding alone tells the precisions apart: the same samples, the same start.
        assertThat(query(store, """
                        select count(*) from runs a join runs b using (anisotropy, basis, covariance_basis)
                        where a.precision = 'single' and b.precision = 'double'
                        and abs(a.final_test_loss - b.final_test_loss) < 0.2""")).isEqualTo("8");
        Answer refused = Answer.to("plan", sweep, "--set", "run.engine=projected");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("Invalid engine: projected (it draws fresh samples, and dataset-size is 96");
        refused = Answer.to("plan", sweep, "--set", "run.batch-size=97");
        assertThat(refused.err()).contains("Invalid batch-size: 97 (expected at most dataset-size, 96)");
    }

    @Test
    void aPlanSaysTheEngineOfEachCellAndWhy() throws IOException {
        Path sweep = Files.writeString(folder.resolve("engines.conf"), """
                name = engines
                run { batch-size = "4 * d" }
                grid { inputs = [gaussian, boolean, sphere], d = [16, 4096] }
                """);
        Answer answer = Answer.to("plan", sweep, "--out", folder.resolve("store"));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .containsPattern("gaussian +4096 +1 +gram +[0-9.,]+ ms a step, against [0-9.,]+ dense")
                .containsPattern("boolean +4096 +1 +bitpacked +[0-9.,]+ ms a step, against [0-9.,]+ dense")
                .containsPattern("gaussian +16 +1 +dense +[0-9.]+ ms a step, against [0-9.]+ projected")
                .containsPattern("sphere +16 +1 +dense +[0-9.]+ ms a step, no other serves it");
    }

    private static String query(Path store, String sql) {
        Answer answer = Answer.to("sql", store, sql, "--format", "csv");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        return answer.out().lines().skip(1).findFirst().orElseThrow();
    }
}
