package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.polylog.trainer.bench.StepCase;
import org.junit.jupiter.api.Test;

/** Figures are rough here; what is looked at is what they are called. */
class BenchIT {

    @Test
    void theFiguresAreThereForProgramsToRead() {
        Answer answer = Answer.to("bench", "--quick", "--json");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        Config figures = ConfigFactory.parseString(answer.out());
        double peak = figures.getDouble("sgemm_peak_gflops");
        assertThat(peak).isPositive();
        assertThat(figures.getDouble("ns_per_normal")).isPositive();
        assertThat(figures.getConfigList("steps"))
                .hasSameSizeAs(StepCase.grid())
                .allSatisfy(step -> {
                    double flops = 4.0 * step.getInt("batch_size") * step.getInt("d") * step.getInt("width");
                    double gflops = step.getDouble("equivalent_gflops");
                    assertThat(step.getString("engine")).isIn("dense", "projected", "bitpacked", "gram");
                    assertThat(step.getString("inputs")).isIn("gaussian", "boolean");
                    assertThat(step.getString("covariance")).isNotEmpty();
                    assertThat(flops / step.getDouble("ms_per_step") * 1e-6 / gflops)
                            .isBetween(0.98, 1.02);
                    assertThat(gflops / peak / step.getDouble("ratio_to_peak")).isBetween(0.95, 1.05);
                    assertThat(step.getDouble("least_ms"))
                            .isPositive()
                            .isLessThanOrEqualTo(step.getDouble("ms_per_step"));
                    assertThat(step.getDouble("most_ms")).isGreaterThanOrEqualTo(step.getDouble("ms_per_step"));
                    assertThat(step.getLong("memory_bytes")).isBetween(100L, 1L << 28);
                    boolean isCompared = step.getString("engine").equals("projected");
                    assertThat(step.hasPath("ratio_to_dense")).isEqualTo(isCompared);
                });
        assertThat(figures.getConfigList("two_runs"))
                .hasSize(Runtime.getRuntime().availableProcessors() > 1 ? 3 : 0)
                .allSatisfy(pair -> assertThat(pair.getDouble("slowdown")).isPositive());
    }

    @Test
    void theTableNamesEveryEngineAndItsFigures() {
        Answer answer = Answer.to("bench", "--quick");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains("GFLOP/s", "times as fast as SplittableRandom", "spread", "memory", "of dense")
                .contains("power-law", "bitpacked", "projected", "gram")
                .contains("extrapolated from 512 and 1,024 samples");
    }
}
