package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The limit against SGD from equal starts: steps until a quantity crosses a level, each run of SGD against the mean of limit runs
 * from its start, of which only the noise differs.
 *
 * <p>Differences of pairs have mean zero up to what the limit leaves out. Student's t of n pairs beyond its quantile of 1 in 1,000
 * fails, and what is left out may be 1 % of the steps more. Seeds are fixed.
 */
class LimitLawTest {
    private static final int LIMIT_RUNS = 12;
    private static final Observation OBSERVATION = new Observation(8192, new Schedule.Every(2), List.of(), 0.1);
    private static final int ERROR = Observable.position("test_error");
    private static final int SIGNAL = Observable.position("signal_norm");
    /** Of Student's t of 5 degrees, two-sided. */
    private static final double QUANTILE = 6.87;

    private static final int PAIRS = 6;

    /** The growth of the signal from its first size, of order theta / sqrt d. */
    @ParameterizedTest
    @CsvSource({"100000, 50000, 16, 0.1, 0.1", "1000000, 250000, 16, 0.2, 0.004"})
    void gaussianSignalsGrowAsThoseOfTheGramEngine(int d, int batchSize, int width, double stepSize, double level) {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0);
        Workload workload = new Workload(task, Architecture.ofWidth(width), new Training(batchSize, stepSize));
        double[] differences = new double[PAIRS];
        double mean = 0;
        for (int i = 0; i < PAIRS; i++) {
            TwoLayerNetwork start = new Initialization.Sphere(0.1)
                    .draw(workload.architecture(), EngineType.GRAM.rows(workload), new StreamKey(i, d), 0);
            double sgd = crossing(EngineType.GRAM, workload, start, 1, SIGNAL, value -> value >= level);
            double limit = limit(workload, start, SIGNAL, value -> value >= level);
            differences[i] = limit - sgd;
            mean += sgd / PAIRS;
        }
        check(differences, mean);
    }

    @Test
    void booleanErrorsFallAsThoseOfTheBitpackedEngine() {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.BooleanCube(), 1024, 0);
        Workload workload = new Workload(task, Architecture.ofWidth(64), new Training(4096, 0.1));
        double[] differences = new double[PAIRS];
        double mean = 0;
        for (int i = 0; i < PAIRS; i++) {
            TwoLayerNetwork start = new Initialization.Sphere(0.1).draw(64, 1024, new StreamKey(i, 3));
            double sgd = crossing(EngineType.BITPACKED, workload, start, 1, ERROR, value -> value <= 0.05);
            double limit = limit(workload, inTriangle(start), ERROR, value -> value <= 0.05);
            differences[i] = limit - sgd;
            mean += sgd / PAIRS;
        }
        check(differences, mean);
    }

    private static double limit(Workload workload, TwoLayerNetwork start, int observable, DoublePredicate isCrossed) {
        double mean = 0;
        for (int run = 0; run < LIMIT_RUNS; run++) {
            mean += crossing(EngineType.LIMIT, workload, start, 2 + run, observable, isCrossed) / LIMIT_RUNS;
        }
        return mean;
    }

    /** The middle of the steps between which the crossing lies. */
    private static double crossing(
            EngineType type,
            Workload workload,
            TwoLayerNetwork start,
            long seed,
            int observable,
            DoublePredicate isCrossed) {
        StreamKey key = new StreamKey(seed, 99);
        TwoLayerNetwork network = start.copy();
        Engine engine = type.start(workload.task(), network, workload.training(), key);
        Observer observer = new Observer(OBSERVATION, workload, network, key, engine);
        for (long step = 1; step < 2000; step++) {
            engine.step(step);
            Double value = step % 2 == 0 ? observer.observe(step, null).value(observable) : null;
            if (value != null && isCrossed.test(value)) {
                return step - 1;
            }
        }
        throw new AssertionError("No crossing of " + type);
    }

    /** The same network in the coordinates of the limit: the axes of the labels, and a triangle with the products of the rest. */
    private static TwoLayerNetwork inTriangle(TwoLayerNetwork network) {
        int p = network.width();
        int d = network.d();
        float[] w = network.hiddenWeights();
        float[] turned = new float[p * (p + 2)];
        double[][] l = new double[p][p];
        for (int j = 0; j < p; j++) {
            turned[j * (p + 2)] = w[j * d];
            turned[j * (p + 2) + 1] = w[j * d + 1];
            for (int c = 0; c <= j; c++) {
                double sum = 0;
                for (int k = 2; k < d; k++) {
                    sum += (double) w[j * d + k] * w[c * d + k];
                }
                for (int k = 0; k < c; k++) {
                    sum -= l[j][k] * l[c][k];
                }
                l[j][c] = c == j ? Math.sqrt(sum) : sum / l[c][c];
                turned[j * (p + 2) + 2 + c] = (float) l[j][c];
            }
        }
        return new TwoLayerNetwork(p, p + 2, turned, network.outputWeights().clone());
    }

    private static void check(double[] differences, double steps) {
        double mean = 0;
        for (double difference : differences) {
            mean += difference / PAIRS;
        }
        double square = 0;
        for (double difference : differences) {
            square += (difference - mean) * (difference - mean);
        }
        double error = Math.sqrt(square / (PAIRS - 1) / PAIRS);
        assertThat(mean).as("of %s steps, +- %s", steps, error).isCloseTo(0, within(QUANTILE * error + 0.01 * steps));
    }
}
