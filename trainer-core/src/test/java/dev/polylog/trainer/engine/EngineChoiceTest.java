package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineChoiceTest {
    private static final Sgd ONE = new Sgd(1, 1);

    /** What stores hold was chosen like this: a change renames runs. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, DENSE, DENSE",
        "2, 1, 100000, DENSE, DENSE",
        "64, 64, 64, DENSE, DENSE",
        "64, 64, 256, DENSE, BITPACKED",
        "128, 64, 512, DENSE, BITPACKED",
        "256, 64, 1024, PROJECTED, BITPACKED",
        "128, 16, 512, PROJECTED, BITPACKED",
        "1000, 64, 4000, PROJECTED, BITPACKED",
        "1000, 64, 8, DENSE, DENSE",
        "1024, 512, 4096, DENSE, BITPACKED",
        "8192, 512, 32768, PROJECTED, BITPACKED",
        "65536, 64, 262144, PROJECTED, BITPACKED"
    })
    void autoTakesTheEngineThatIsExpectedToBeFaster(
            int d, int width, int batchSize, EngineType ofGaussian, EngineType ofCube) {
        Task gaussian = task(new InputLaw.Gaussian(), d);
        assertThat(EngineChoice.AUTO.resolve(gaussian, width, new Sgd(batchSize, 1)))
                .isEqualTo(ofGaussian);
        Task cube = task(new InputLaw.BooleanCube(), d);
        assertThat(EngineChoice.AUTO.resolve(cube, width, new Sgd(batchSize, 1)))
                .isEqualTo(ofCube);
    }

    @Test
    void theCovarianceDoesNotMatter() {
        Task task = new Task(
                new TargetFunction.Xor(), new InputLaw.Gaussian(), 1000, 0, new Covariance.Equicorrelated(), 1);
        assertThat(EngineChoice.AUTO.resolve(task, 64, new Sgd(4000, 1))).isEqualTo(EngineType.PROJECTED);
    }

    @Test
    void anEngineThatIsAskedForIsTakenOrRefused() {
        Task gaussian = task(new InputLaw.Gaussian(), 10);
        Task cube = task(new InputLaw.BooleanCube(), 10);
        assertThat(EngineChoice.DENSE.resolve(gaussian, 1, ONE)).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.DENSE.resolve(cube, 1, ONE)).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.PROJECTED.resolve(gaussian, 1, ONE)).isEqualTo(EngineType.PROJECTED);
        assertThatThrownBy(() -> EngineChoice.PROJECTED.resolve(cube, 1, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid engine: projected (it serves gaussian inputs and clusters, not boolean ones; auto finds"
                                + " one that does)");
        assertThat(EngineChoice.BITPACKED.resolve(cube, 1, ONE)).isEqualTo(EngineType.BITPACKED);
        assertThatThrownBy(() -> EngineChoice.BITPACKED.resolve(gaussian, 1, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid engine: bitpacked (it serves boolean inputs, not gaussian ones; auto finds one"
                        + " that does)");
    }

    private static Task task(InputLaw law, int d) {
        return new Task(new TargetFunction.Xor(), law, d, 0);
    }

    @Test
    void enginesOfFreshSamplesInSinglePrecisionAreRefusedElsewhere() {
        Task reused = new Task(
                new TargetFunction.Xor(),
                new InputLaw.Gaussian(),
                0.5,
                10,
                0,
                new Covariance.Isotropic(),
                0,
                Basis.AXES,
                Basis.AXES,
                100);
        assertThatThrownBy(() -> EngineChoice.PROJECTED.resolve(reused, 1, ONE))
                .hasMessage("Invalid engine: projected (it draws fresh samples, and dataset-size is 100; auto finds one"
                        + " that does)");
        Sgd twice = new Sgd(1000, 1, Layers.BOTH, Precision.DOUBLE);
        Task gaussian = task(new InputLaw.Gaussian(), 1000);
        assertThatThrownBy(() -> EngineChoice.PROJECTED.resolve(gaussian, 4, twice))
                .hasMessage("Invalid engine: projected (it computes in single precision, not in double; auto finds one"
                        + " that does)");
        Task turned = new Task(
                new TargetFunction.Xor(),
                new InputLaw.BooleanCube(),
                0.5,
                1000,
                0,
                new Covariance.Isotropic(),
                0,
                Basis.AXES,
                Basis.ROTATED,
                0);
        assertThatThrownBy(() -> EngineChoice.BITPACKED.resolve(turned, 64, new Sgd(4000, 1)))
                .hasMessage("Invalid engine: bitpacked (on a rotated basis the coordinates of boolean inputs are no"
                        + " signs; auto finds one that does)");
        assertThat(EngineChoice.AUTO.resolve(reused, 1, ONE)).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.AUTO.resolve(gaussian, 4, twice)).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.AUTO.resolve(turned, 64, new Sgd(4000, 1))).isEqualTo(EngineType.DENSE);
    }

    @ParameterizedTest
    @CsvSource({"clusters, PROJECTED", "sphere, DENSE", "uniform, DENSE", "four-points, DENSE"})
    void otherLawsHaveTheirEngine(String name, EngineType type) {
        InputLaw law = InputLaw.all().stream()
                .filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(EngineChoice.AUTO.resolve(task(law, 8000), 16, new Sgd(32_000, 1)))
                .isEqualTo(type);
    }
}
