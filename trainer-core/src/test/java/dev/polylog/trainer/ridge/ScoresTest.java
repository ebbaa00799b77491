package dev.polylog.trainer.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.FreshSamples;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final int D = 3;

    /** Labels of the four points in turn: XOR is +1 on half of them. */
    private final FreshSamples test =
            Samples.test(new Task(new TargetFunction.Xor(), new InputLaw.FourPoints(), D, 0), new StreamKey(1, 2), 8);

    @Test
    void theTargetItselfIsPerfectAndItsOppositeAlwaysWrong() {
        assertThat(scores((x1, x2) -> -x1 * x2)).isEqualTo(new Scores(0, 0, 1));
        assertThat(scores((x1, x2) -> x1 * x2 / 2)).isEqualTo(new Scores(2.25, 1, -1));
    }

    @Test
    void zeroIsHalfWrongAndAConstantCorrelatesWithNothing() {
        Scores scores = scores((x1, x2) -> 0);
        assertThat(scores.squaredError()).isEqualTo(1);
        assertThat(scores.signError()).isEqualTo(0.5);
        assertThat(scores.correlation()).isNaN();
    }

    @Test
    void correlationsAreOfDeviationsFromTheMean() {
        assertThat(scores((x1, x2) -> 1 - x1 * x2)).isEqualTo(new Scores(1, 0.25, 1));
        assertThat(scores((x1, x2) -> x1)).isEqualTo(new Scores(2, 0.5, 0));
    }

    private Scores scores(DoubleBinaryOperator f) {
        Predictor predictor = (inputs, rows, outputs) -> {
            for (int i = 0; i < rows; i++) {
                outputs[i] = f.applyAsDouble(inputs[i * D], inputs[i * D + 1]);
            }
        };
        return Scores.of(predictor, test, 1);
    }
}
