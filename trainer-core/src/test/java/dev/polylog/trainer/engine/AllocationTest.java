package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Adam;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step of any engine takes nothing from the heap once the compiler has been through it.
 *
 * <p>Until then every operation on a vector makes an object, and when the compiler is done depends on the machine. So blocks
 * of steps are counted until one takes nothing at all; that it never comes is the failure.
 */
class AllocationTest {
    private static final StreamKey KEY = new StreamKey(5, 6);
    private static final int STEPS = 200;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Stream<Arguments> cases() {
        InputLaw gaussian = new InputLaw.Gaussian();
        InputLaw cube = new InputLaw.BooleanCube();
        Covariance isotropic = new Covariance.Isotropic();
        Covariance powerLaw = new Covariance.PowerLaw();
        Covariance equicorrelated = new Covariance.Equicorrelated();
        return Stream.of(
                Arguments.of(EngineType.DENSE, gaussian, isotropic, 64, 32, 256),
                Arguments.of(EngineType.DENSE, gaussian, powerLaw, 65, 33, 257),
                Arguments.of(EngineType.DENSE, cube, isotropic, 65, 33, 257),
                Arguments.of(EngineType.DENSE, gaussian, isotropic, 2, 2, 4),
                Arguments.of(EngineType.PROJECTED, gaussian, isotropic, 64, 32, 256),
                Arguments.of(EngineType.PROJECTED, gaussian, equicorrelated, 65, 33, 257),
                Arguments.of(EngineType.PROJECTED, new InputLaw.Clusters(), powerLaw, 64, 32, 256),
                Arguments.of(EngineType.GRAM, gaussian, isotropic, 2000, 32, 256),
                Arguments.of(EngineType.GRAM, gaussian, isotropic, 2000, 32, 1),
                Arguments.of(EngineType.GRAM, gaussian, isotropic, 2000, 33, 9),
                Arguments.of(EngineType.GRAM, gaussian, isotropic, 5, 8, 9),
                Arguments.of(EngineType.GRAM, new InputLaw.Clusters(), equicorrelated, 2000, 32, 4),
                Arguments.of(EngineType.LIMIT, gaussian, isotropic, 2000, 33, 256),
                Arguments.of(EngineType.LIMIT, cube, isotropic, 2000, 32, 256),
                Arguments.of(EngineType.DENSE, new InputLaw.Sphere(), isotropic, 64, 32, 256),
                Arguments.of(EngineType.DENSE, new InputLaw.Uniform(), isotropic, 64, 32, 256),
                Arguments.of(EngineType.BITPACKED, cube, isotropic, 64, 32, 256),
                Arguments.of(EngineType.BITPACKED, cube, isotropic, 65, 33, 257));
    }

    /** Other networks and optimisers than the usual ones, a width of whole blocks and one that is not. */
    private static Stream<Arguments> axes() {
        Bias biases = Bias.trained(0.1);
        return Stream.of(
                Arguments.of(EngineType.DENSE, new InputLaw.Gaussian(), 33, new Activation.Tanh(), biases),
                Arguments.of(EngineType.PROJECTED, new InputLaw.Gaussian(), 32, new Activation.Abs(), biases),
                Arguments.of(EngineType.BITPACKED, new InputLaw.BooleanCube(), 33, new Activation.Relu(), biases),
                Arguments.of(EngineType.POINTS, new InputLaw.FourPoints(), 2, new Activation.Relu(), biases));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void stepsOfOtherNetworksTakeNothingEither(
            EngineType type, InputLaw inputs, int width, Activation activation, Bias bias) {
        Task task = new Task(new TargetFunction.Xor(), inputs, 20, 0);
        Architecture architecture = new Architecture(width, activation, bias, new Output.Trained(), Scaling.STANDARD);
        Training training = new Training(64, 0).with(new SquaredLoss()).with(new Adam(0.001, 0.9, 0.99, 1e-8));
        checkSteps(type.start(task, new Initialization.Normal(0.1).draw(architecture, 20, KEY, 0), training, KEY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsTakeNothingFromTheHeap(
            EngineType type, InputLaw inputs, Covariance covariance, int d, int width, int batchSize) {
        double strength = covariance instanceof Covariance.Isotropic ? 0 : 0.5;
        Task task = new Task(new TargetFunction.Xor(), inputs, d, 0.1, covariance, strength);
        assertNothingIsTaken(type, task, width, batchSize);
    }

    /** Every operator and every kind of function but sin and cos, for which the library of newer Java makes an array. */
    @ParameterizedTest
    @EnumSource(
            value = EngineType.class,
            names = {"DENSE", "PROJECTED", "BITPACKED", "GRAM"})
    void formulasTakeNothingFromTheHeap(EngineType type) {
        TargetFunction target = TargetFunction.Formula.parse("max(x1, he3(x2), -x3) / (1 + x1 ^ 2)"
                + " - 0.5 * tanh(x4) ^ 3 + exp(-abs(x2)) ^ log(1 + x3 ^ 2) + round(x4) * sign(x1)");
        InputLaw inputs = type == EngineType.BITPACKED ? new InputLaw.BooleanCube() : new InputLaw.Gaussian();
        assertNothingIsTaken(type, new Task(target, inputs, 64, 0), 32, 256);
    }

    private static void assertNothingIsTaken(EngineType type, Task task, int width, int batchSize) {
        Training training = new Training(batchSize, 0.1 * Math.min(1, (double) batchSize / task.d()));
        Workload workload = new Workload(task, Architecture.ofWidth(width), training);
        TwoLayerNetwork network =
                new Initialization.Sphere(0.1).draw(workload.architecture(), type.rows(workload), KEY, 0);
        checkSteps(type.start(task, network, training, KEY));
    }

    private static void checkSteps(Engine engine) {
        long start = System.nanoTime();
        long step = 0;
        long bytes;
        do {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < STEPS; i++) {
                engine.step(++step);
            }
            bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        } while (bytes > 0 && System.nanoTime() - start < PATIENCE_NANOS);
        assertThat((double) bytes / STEPS)
                .as("bytes a step after %s steps", step)
                .isZero();
    }
}
