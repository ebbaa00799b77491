package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines see labels, not targets: a formula equal to a named target moves the weights to the same bits. */
class FormulaTargetTest {
    private static final StreamKey KEY = new StreamKey(27, 18);
    private static final int D = 40;
    private static final int WIDTH = 24;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DENSE     | gaussian  | xor           | -sign(x1 * x2)
            DENSE     | gaussian  | sine-boundary | sign(x2 - sin(x1))
            DENSE     | boolean   | parity-3      | x1 * x2 * x3
            DENSE     | clusters  | or            | max(sign(x1), sign(x2))
            PROJECTED | gaussian  | xor           | -sign(x1 * x2)
            PROJECTED | gaussian  | sine-boundary | sign(x2 - sin(x1))
            PROJECTED | gaussian  | parity-5      | sign(x1 * x2 * x3 * x4 * x5)
            PROJECTED | clusters  | xor           | -sign(x1 * x2)
            BITPACKED | boolean   | xor           | -sign(x1 * x2)
            BITPACKED | boolean   | parity-8      | -x1 * x2 * x3 * x4 * x5 * x6 * x7 * x8
            BITPACKED | boolean   | and           | min(sign(x1), sign(x2))
            """)
    void formulasMoveTheWeightsLikeNamedTargets(EngineType type, String law, String name, String formula) {
        TwoLayerNetwork one = trained(type, law, TargetFunction.Formula.parse(formula));
        TwoLayerNetwork other = trained(
                type,
                law,
                TargetFunction.all().stream()
                        .filter(target -> target.toString().equals(name))
                        .findFirst()
                        .orElseThrow());
        assertThat(one.hiddenWeights()).containsExactly(other.hiddenWeights());
        assertThat(one.outputWeights()).containsExactly(other.outputWeights());
        assertThat(one.hiddenWeights()).isNotEqualTo(start().hiddenWeights());
    }

    /** Sixteen coordinates, under a covariance and one more than a word of bits: every engine that can, serves them. */
    @Test
    void sixteenCoordinatesAreServed() {
        TargetFunction most = TargetFunction.Formula.parse("sign(x1 + x16)");
        for (EngineType type : EngineType.values()) {
            if (type.isTheory()) {
                continue;
            }
            String law = type == EngineType.BITPACKED ? "boolean" : "gaussian";
            assertThat(trained(type, law, most).isFinite()).isTrue();
        }
    }

    private static TwoLayerNetwork trained(EngineType type, String law, TargetFunction target) {
        InputLaw inputs = InputLaw.all().stream()
                .filter(candidate -> candidate.toString().equals(law))
                .findFirst()
                .orElseThrow();
        Covariance covariance = inputs.isNormal() ? new Covariance.Spiked() : new Covariance.Isotropic();
        Task task = new Task(target, inputs, D, 0, covariance, inputs.isNormal() ? 0.5 : 0);
        TwoLayerNetwork network = start();
        Engine engine = type.start(task, network, new Training(200, 0.5), KEY);
        for (long step = 1; step <= 20; step++) {
            engine.step(step);
        }
        return network;
    }

    private static TwoLayerNetwork start() {
        return new Initialization.Sphere(1).draw(WIDTH, D, new StreamKey(4, 2));
    }
}
