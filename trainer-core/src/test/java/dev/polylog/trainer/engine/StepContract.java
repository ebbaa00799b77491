package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every engine, bit for bit. Engines that do not serve a law hide {@link #laws()}. */
abstract class StepContract {
    static final StreamKey KEY = new StreamKey(577, 215);

    abstract EngineType type();

    static Stream<InputLaw> laws() {
        return Stream.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void stepSizeZeroKeepsEveryBitOfTheWeights(InputLaw law) {
        TwoLayerNetwork network = start(20, 30);
        TwoLayerNetwork before = network.copy();
        Engine engine = type().start(task(law, 30, 0.1), network, new Training(100, 0), KEY);
        for (long step = 1; step <= 5; step++) {
            engine.step(step);
        }
        assertThat(network.hiddenWeights()).containsExactly(before.hiddenWeights());
        assertThat(network.outputWeights()).containsExactly(before.outputWeights());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aStepIsAFunctionOfItsNumberAndTheWeights(InputLaw law) {
        Task task = task(law, 30, 0.1);
        TwoLayerNetwork straight = start(20, 30);
        Engine one = type().start(task, straight, new Training(100, 0.5), KEY);
        for (long step = 1; step <= 3; step++) {
            one.step(step);
        }
        TwoLayerNetwork resumed = start(20, 30);
        for (long step = 1; step <= 3; step++) {
            type().start(task, resumed, new Training(100, 0.5), KEY).step(step);
        }
        assertThat(resumed.hiddenWeights()).containsExactly(straight.hiddenWeights());
        assertThat(resumed.outputWeights()).containsExactly(straight.outputWeights());
    }

    static TwoLayerNetwork start(int width, int d) {
        return new Initialization.Sphere(1).draw(width, d, KEY);
    }

    static Task task(InputLaw law, int d, double q) {
        return new Task(new TargetFunction.Xor(), law, d, q);
    }
}
