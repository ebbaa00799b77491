package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code auto} takes belongs to the identity of runs. Here its rule is written down once more, as it was when the first
 * stores were made, and compared with the program bit for bit.
 */
class FrozenChoiceTest {
    private static final int WORKLOADS = 400_000;

    private static final List<EngineType> ENGINES_OF_SGD =
            Stream.of(EngineType.values()).filter(type -> !type.isTheory()).toList();

    private final Random random = new Random(8);

    @Test
    void costsAndChoicesAreThoseOfTheFirstStores() {
        Map<EngineType, Integer> chosen = new EnumMap<>(EngineType.class);
        for (int i = 0; i < WORKLOADS; i++) {
            Workload workload = workload();
            for (EngineType type : ENGINES_OF_SGD) {
                assertThat(type.frozenCost(workload)).isEqualTo(slowness(workload, type) * cost(type, workload));
            }
            EngineType choice = EngineChoice.AUTO.resolve(workload);
            assertThat(choice).as("%s", workload).isEqualTo(choice(workload));
            chosen.merge(choice, 1, Integer::sum);
        }
        assertThat(chosen)
                .hasSize(4)
                .allSatisfy((type, count) -> assertThat(count).isGreaterThan(WORKLOADS / 40));
    }

    /** Around each dimension at which two engines are close, all batch sizes: the nearest to a tie that there is. */
    @Test
    void nearTiesAreDecidedTheSame() {
        int changes = 0;
        for (InputLaw law : List.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube())) {
            for (int width : new int[] {1, 2, 16, 17, 64, 100}) {
                for (int d : new int[] {2, 31, 32, 33, 64, 100, 256, 1000, 8192}) {
                    EngineType last = EngineType.DENSE;
                    for (int m = 1; m < 3000; m++) {
                        Workload workload = new Workload(
                                new Task(new TargetFunction.Xor(), law, d, 0),
                                Architecture.ofWidth(width),
                                new Training(m, 0.1));
                        EngineType choice = EngineChoice.AUTO.resolve(workload);
                        assertThat(choice).isEqualTo(choice(workload));
                        changes += choice == last ? 0 : 1;
                        last = choice;
                    }
                }
            }
        }
        assertThat(changes).isGreaterThan(50);
    }

    /** What is equally cheap goes to the engine that is named first. */
    private static EngineType choice(Workload workload) {
        EngineType fastest = EngineType.DENSE;
        for (EngineType type : List.of(EngineType.DENSE, EngineType.PROJECTED, EngineType.BITPACKED)) {
            if (type.serves(workload) && cost(type, workload) < cost(fastest, workload)) {
                fastest = type;
            }
        }
        boolean isNewer = !workload.architecture().equals(Architecture.ofWidth(workload.width()))
                || !workload.training().loss().toString().equals("logistic")
                || !workload.training().optimizer().toString().equals("sgd");
        boolean isPoints = isNewer
                && EngineType.POINTS.serves(workload)
                && cost(EngineType.POINTS, workload) < cost(fastest, workload);
        return isPoints ? EngineType.POINTS : fastest;
    }

    /** The cost of the dense engine in double precision, where there is no other. */
    private static double slowness(Workload workload, EngineType type) {
        return type == EngineType.DENSE && workload.training().precision() == Precision.DOUBLE ? 3 : 1;
    }

    private static double cost(EngineType type, Workload workload) {
        Task task = workload.task();
        double d = task.d();
        double m = workload.training().batchSize();
        double p = workload.width();
        double padded = Math.ceil(p / 16) * 16;
        double paddedD = Math.ceil(d / 32) * 32;
        double draw = task.inputs() instanceof InputLaw.BooleanCube ? 1.2 : 0.95;
        double seen = p + task.target().coordinates();
        double rankOfInputs = Math.min(seen, d);
        double rankOfSignals = Math.min(seen, m);
        double ranks = rankOfInputs * rankOfInputs + rankOfSignals * rankOfSignals;
        return switch (type) {
            case DENSE -> m * (d * (draw + 0.043 * p) + 0.65 * p + 20) + 0.35 * d * p + 600;
            case PROJECTED -> seen * (m * (3.9 + 0.037 * p) + d * (6.5 + 0.103 * seen) + 0.25 * ranks) + 35 * m + 3500;
            case BITPACKED -> m * (0.065 * d + 0.0143 * paddedD * padded + 0.6 * padded + 44) + 7.1 * paddedD * padded;
            case POINTS -> 60 + 30 * p;
            case GRAM -> gram(workload);
            case LIMIT -> throw new IllegalArgumentException("No cost of " + type);
        };
    }

    /** One span of isotropic inputs, or none of which something is outside. */
    private static double gram(Workload workload) {
        if (!EngineType.GRAM.serves(workload)) {
            return Double.POSITIVE_INFINITY;
        }
        double d = workload.task().d();
        double m = workload.training().batchSize();
        double p = workload.width();
        String optimizer = workload.training().optimizer().toString();
        double v = optimizer.equals("sgd") ? p : 2 * p;
        boolean isOutside = d - 2 > 2 * v;
        double rank = isOutside ? 2 + v : d;
        boolean isSwept = isOutside && (m == 1 || 8 * m <= v);
        boolean isSquare = isOutside && !isSwept && m >= p;
        double ofSample = rank * (0.5 + 0.041 * (p + 12)) + (isSquare ? 0.0165 * p * (p + 20) : 0) + 0.7 * p + 25;
        double q = Math.min(p, m);
        double drawn = q * (25 + 0.5 * q);
        double swept = drawn + m * v * (25 + v);
        double folded = drawn + 0.08 * (v * v * (v + q) + q * q * p) + 0.09 * v * v * v;
        double outside = isOutside ? (isSwept ? swept : folded) : 0;
        return m * ofSample + 1.5 * rank * p + (isSquare ? 0.2 * p * p * p : 0) + outside + 1500;
    }

    private Workload workload() {
        InputLaw law = any(List.of(
                new InputLaw.Gaussian(),
                new InputLaw.BooleanCube(),
                new InputLaw.Clusters(),
                new InputLaw.Sphere(),
                new InputLaw.FourPoints(),
                new InputLaw.FourPoints()));
        int d = 2 + logUniform(17);
        int width = 1 + logUniform(10);
        int batch =
                random.nextInt(4) == 0 ? 4 * d : random.nextBoolean() ? 4 * (1 + logUniform(14)) : 1 + logUniform(18);
        Basis basis = random.nextInt(10) == 0 ? Basis.ROTATED : Basis.AXES;
        int datasetSize = random.nextInt(20) == 0 ? batch : 0;
        Task task = new Task(
                new TargetFunction.Xor(),
                law,
                Task.USUAL_SIGMA,
                d,
                random.nextInt(4) == 0 ? 0.1 : 0,
                new Covariance.Isotropic(),
                0,
                Basis.AXES,
                basis,
                datasetSize,
                Labels.PLUS_MINUS,
                0);
        Training training = new Training(batch, 0.1);
        Architecture architecture = Architecture.ofWidth(width);
        if (random.nextBoolean()) {
            architecture = new Architecture(
                    width,
                    any(Activation.all()),
                    random.nextBoolean() ? Bias.none() : Bias.trained(0),
                    random.nextBoolean() ? new Output.Trained() : new Output.Fixed(1),
                    any(List.of(Scaling.values())));
            training = training.with(any(Loss.all())).with(any(Optimizer.all()));
        }
        boolean isDouble = random.nextInt(20) == 0;
        return new Workload(task, architecture, isDouble ? training.with(Precision.DOUBLE) : training);
    }

    /** Less than {@code 2^bits}, every order of magnitude as often as any other. */
    private int logUniform(int bits) {
        return random.nextInt(2 << random.nextInt(bits));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
