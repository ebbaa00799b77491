package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.ridge.Predictor;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class FunctionObserverTest {
    private static final int D = 3;

    /** Labels of the four points in turn: XOR is +1 on half of them. */
    private final FunctionObserver observer = new FunctionObserver(
            new Observation(8, new Schedule.Every(1), List.of(), 0.5),
            new Workload(
                    new Task(new TargetFunction.Xor(), new InputLaw.FourPoints(), D, 0),
                    Architecture.ofWidth(4),
                    new Training(8, 1).with(new SquaredLoss())),
            new StreamKey(1, 2));

    @Test
    void theTargetItselfIsPerfectAndItsOppositeAlwaysWrong() {
        assertScores((x1, x2) -> -x1 * x2, 0, 0, 1.0);
        assertScores((x1, x2) -> x1 * x2 / 2, 2.25, 1, -1.0);
    }

    @Test
    void zeroIsHalfWrongAndAConstantCorrelatesWithNothing() {
        assertScores((x1, x2) -> 0, 1, 0.5, null);
    }

    @Test
    void correlationsAreOfDeviationsFromTheMean() {
        assertScores((x1, x2) -> 1 - x1 * x2, 1, 0.25, 1.0);
        assertScores((x1, x2) -> x1, 2, 0.5, 0.0);
    }

    private void assertScores(DoubleBinaryOperator f, double loss, double error, Double correlation) {
        Predictor predictor = (inputs, rows, outputs) -> {
            for (int i = 0; i < rows; i++) {
                outputs[i] = f.applyAsDouble(inputs[i * D], inputs[i * D + 1]);
            }
        };
        Checkpoint checkpoint = observer.observe(5, 0.5, predictor);
        assertThat(checkpoint.samples()).isEqualTo(40);
        assertThat(checkpoint.trainLoss()).isEqualTo(0.5);
        assertThat(checkpoint.phase()).isNull();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            Double expected = switch (Observable.ALL.get(i).column()) {
                case "test_loss" -> loss;
                case "test_error" -> error;
                case "correlation" -> correlation;
                default -> null;
            };
            assertThat(checkpoint.value(i)).as(Observable.ALL.get(i).column()).isEqualTo(expected);
        }
    }
}
