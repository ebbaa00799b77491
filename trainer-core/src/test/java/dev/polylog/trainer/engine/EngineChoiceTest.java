package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineChoiceTest {
    private static final Training ONE = new Training(1, 1);

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
    void theFirstAutoTakesTheEngineThatIsExpectedToBeFaster(
            int d, int width, int batchSize, EngineType ofGaussian, EngineType ofCube) {
        Task gaussian = task(new InputLaw.Gaussian(), d);
        assertThat(EngineChoice.AUTO_1.resolve(workload(gaussian, width, new Training(batchSize, 1))))
                .isEqualTo(ofGaussian);
        Task cube = task(new InputLaw.BooleanCube(), d);
        assertThat(EngineChoice.AUTO_1.resolve(workload(cube, width, new Training(batchSize, 1))))
                .isEqualTo(ofCube);
    }

    /**
     * Microseconds of a step that were measured on one core of an x86-64 processor with AVX-512 under Java 25: dense first,
     * then projected or bitpacked. A sixth of the cells in which the engines are within a factor of five of each other, and
     * the two in which the choice is worst; elsewhere it is easy.
     */
    @ParameterizedTest
    @CsvSource({
        "gaussian, 16, 2, 32, 2.531, 5.639",
        "gaussian, 64, 16, 32, 4.844, 22.1",
        "gaussian, 64, 32, 64, 12.29, 60.41",
        "gaussian, 64, 32, 128, 24.07, 70.83",
        "gaussian, 128, 2, 32, 4.707, 7.922",
        "gaussian, 256, 8, 32, 10.35, 26.39",
        "gaussian, 256, 8, 512, 206.6, 61.95",
        "gaussian, 256, 16, 128, 49.55, 57.8",
        "gaussian, 1024, 8, 32, 34.37, 81.88",
        "gaussian, 1024, 8, 128, 190.3, 91.71",
        "gaussian, 1024, 64, 512, 1892, 1425",
        "gaussian, 1024, 128, 2048, 12710, 6760",
        "gaussian, 1024, 128, 4096, 25550, 9270",
        "gaussian, 1024, 256, 512, 5901, 22480",
        "gaussian, 1024, 256, 2048, 23590, 28940",
        "gaussian, 4096, 32, 32, 457, 1617",
        "gaussian, 4096, 32, 128, 1287, 1603",
        "gaussian, 4096, 64, 512, 8069, 4581",
        "gaussian, 4096, 128, 512, 14430, 14280",
        "gaussian, 16384, 16, 128, 3871, 2558",
        "gaussian, 16384, 32, 128, 5734, 6267",
        "gaussian, 16384, 64, 512, 36830, 18080",
        "gaussian, 65536, 64, 32, 15130, 65710",
        "gaussian, 65536, 128, 512, 297200, 204500",
        "gaussian, 65536, 256, 128, 139800, 572400",
        "boolean, 64, 2, 64, 7.414, 11.5",
        "boolean, 64, 2, 256, 28.82, 23.63",
        "boolean, 64, 8, 32, 5.091, 8.936",
        "boolean, 128, 16, 32, 8.191, 18.34",
        "boolean, 128, 32, 32, 11.86, 38.6",
        "boolean, 128, 256, 128, 227.1, 321.4",
        "boolean, 128, 512, 512, 1602, 1480",
        "boolean, 256, 2, 128, 36.67, 47.34",
        "boolean, 256, 8, 32, 12.56, 35.3",
        "boolean, 256, 8, 128, 46.28, 46.15",
        "boolean, 256, 256, 1024, 3171, 1587",
        "boolean, 1024, 8, 128, 222.6, 137",
        "boolean, 1024, 8, 4096, 7132, 1778",
        "boolean, 1024, 512, 128, 3373, 4565",
        "boolean, 4096, 64, 512, 8626, 3987",
        "boolean, 4096, 128, 2048, 57870, 19140",
        "boolean, 4096, 256, 4, 1660, 7679",
        "boolean, 4096, 256, 128, 7203, 8189",
        "boolean, 16384, 128, 4, 3394, 14440",
        "boolean, 16384, 128, 32, 6199, 15230",
        "boolean, 16384, 256, 32, 12390, 32840",
        "boolean, 65536, 2, 128, 21030, 8879",
        "boolean, 65536, 32, 512, 132800, 35940",
        "boolean, 65536, 512, 4, 62430, 219200"
    })
    void theFirstAutoIsHardlySlowerThanTheFastestEngine(
            String inputs, int d, int width, int batchSize, double dense, double other) {
        Task task = task(inputs.equals("gaussian") ? new InputLaw.Gaussian() : new InputLaw.BooleanCube(), d);
        EngineType choice = EngineChoice.AUTO_1.resolve(workload(task, width, new Training(batchSize, 1)));
        double chosen = choice == EngineType.DENSE ? dense : other;
        assertThat(chosen).isLessThan(1.3 * Math.min(dense, other));
    }

    /** At small batches no weight moves but those of the label plane; at small d there is nothing to save. */
    @ParameterizedTest
    @CsvSource({
        "gaussian, 8, 64, 32, dense",
        "gaussian, 1000000, 32, 1, gram",
        "gaussian, 1000, 64, 4000, gram",
        "gaussian, 65536, 64, 262144, gram",
        "clusters, 65536, 64, 262144, gram",
        "boolean, 1000, 64, 4000, bitpacked",
        "sphere, 1000, 64, 4000, dense"
    })
    void autoTakesTheEngineWithoutDimensionWhereItServes(
            String inputs, int d, int width, int batchSize, String expected) {
        Task task = task(law(inputs), d);
        assertThat(EngineChoice.AUTO.resolve(workload(task, width, new Training(batchSize, 0.1))))
                .hasToString(expected);
    }

    @Test
    void aPowerLawHasTooManyEigenvaluesForIt() {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 1000, 0, new Covariance.PowerLaw(), 1);
        assertThat(EngineChoice.AUTO.resolve(workload(task, 64, new Training(4000, 1))))
                .isEqualTo(EngineType.PROJECTED);
    }

    @Test
    void theCovarianceDoesNotMatter() {
        Task task = new Task(
                new TargetFunction.Xor(), new InputLaw.Gaussian(), 1000, 0, new Covariance.Equicorrelated(), 1);
        assertThat(EngineChoice.AUTO_1.resolve(workload(task, 64, new Training(4000, 1))))
                .isEqualTo(EngineType.PROJECTED);
    }

    @Test
    void anEngineThatIsAskedForIsTakenOrRefused() {
        Task gaussian = task(new InputLaw.Gaussian(), 10);
        Task cube = task(new InputLaw.BooleanCube(), 10);
        assertThat(EngineChoice.of(EngineType.DENSE).resolve(workload(gaussian, 1, ONE)))
                .isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.of(EngineType.DENSE).resolve(workload(cube, 1, ONE)))
                .isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.of(EngineType.PROJECTED).resolve(workload(gaussian, 1, ONE)))
                .isEqualTo(EngineType.PROJECTED);
        assertThatThrownBy(() -> EngineChoice.of(EngineType.PROJECTED).resolve(workload(cube, 1, ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid engine: projected (it serves gaussian inputs and clusters, not boolean ones; auto finds"
                                + " one that does)");
        assertThat(EngineChoice.of(EngineType.BITPACKED).resolve(workload(cube, 1, ONE)))
                .isEqualTo(EngineType.BITPACKED);
        assertThatThrownBy(() -> EngineChoice.of(EngineType.BITPACKED).resolve(workload(gaussian, 1, ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid engine: bitpacked (it serves boolean inputs, not gaussian ones; auto finds one"
                        + " that does)");
    }

    private static Workload workload(Task task, int width, Training training) {
        return new Workload(task, Architecture.ofWidth(width), training);
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
                100,
                Labels.PLUS_MINUS,
                0);
        assertThatThrownBy(() -> EngineChoice.of(EngineType.PROJECTED).resolve(workload(reused, 1, ONE)))
                .hasMessage("Invalid engine: projected (it draws fresh samples, and dataset-size is 100; auto finds one"
                        + " that does)");
        Training twice = new Training(1000, 1).with(Precision.DOUBLE);
        Task gaussian = task(new InputLaw.Gaussian(), 1000);
        assertThatThrownBy(() -> EngineChoice.of(EngineType.PROJECTED).resolve(workload(gaussian, 4, twice)))
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
                0,
                Labels.PLUS_MINUS,
                0);
        assertThatThrownBy(() ->
                        EngineChoice.of(EngineType.BITPACKED).resolve(workload(turned, 64, new Training(4000, 1))))
                .hasMessage("Invalid engine: bitpacked (on a rotated basis the coordinates of boolean inputs are no"
                        + " signs; auto finds one that does)");
        assertThat(EngineChoice.AUTO_1.resolve(workload(reused, 1, ONE))).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.AUTO_1.resolve(workload(gaussian, 4, twice))).isEqualTo(EngineType.DENSE);
        assertThat(EngineChoice.AUTO_1.resolve(workload(turned, 64, new Training(4000, 1))))
                .isEqualTo(EngineType.DENSE);
    }

    @ParameterizedTest
    @CsvSource({"clusters, PROJECTED", "sphere, DENSE", "uniform, DENSE", "four-points, DENSE"})
    void otherLawsHaveTheirEngine(String name, EngineType type) {
        assertThat(EngineChoice.AUTO_1.resolve(workload(task(law(name), 8000), 16, new Training(32_000, 1))))
                .isEqualTo(type);
    }

    private static InputLaw law(String name) {
        return InputLaw.all().stream()
                .filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
