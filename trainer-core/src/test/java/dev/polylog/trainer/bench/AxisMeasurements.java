package dev.polylog.trainer.bench;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.SeenSamples;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.observe.Observation;
import dev.polylog.trainer.observe.Observer;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Prints what a step takes more than plain SGD with an activation that is named as the argument, as in a sweep of this one
 * alone; without an argument, with other losses, optimisers and biases, and what stands around steps. These are the numbers
 * behind {@code extraNanoseconds} and the estimates of whole runs. A minute.
 */
public final class AxisMeasurements {
    private static final StreamKey KEY = new StreamKey(1, 1);
    private static final PrintStream OUT = System.out;
    private static final Stopwatch STOPWATCH = new Stopwatch(Duration.ofMillis(1500), Duration.ofMillis(20), 10);

    private AxisMeasurements() {}

    public static void main(String[] args) {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 64, 0);
        int width = 64;
        int batch = 512;
        Training plain = new Training(batch, 1e-6);
        Workload base = new Workload(task, Architecture.ofWidth(width), plain);
        for (int i = 0; i < 8; i++) {
            nanos(EngineType.DENSE, base);
        }
        double nanos = nanos(EngineType.DENSE, base);
        OUT.printf(Locale.ROOT, "plain %.0f ns%n", nanos);
        double values = (double) batch * width;
        Activation activation = Activation.all().stream()
                .filter(candidate -> List.of(args).contains(candidate.toString()))
                .findFirst()
                .orElse(new Activation.Relu());
        Architecture other = new Architecture(width, activation, Bias.none(), new Output.Trained(), Scaling.MEAN_FIELD);
        print(
                activation + ", a sample and neuron",
                (nanos(EngineType.DENSE, new Workload(task, other, plain)) - nanos) / values);
        points(activation);
        if (!(activation instanceof Activation.Relu)) {
            return;
        }
        Architecture biased = new Architecture(
                width, new Activation.Relu(), Bias.trained(0), new Output.Trained(), Scaling.MEAN_FIELD);
        print(
                "biases, a sample and neuron",
                (nanos(EngineType.DENSE, new Workload(task, biased, plain)) - nanos) / values);
        for (Loss loss : Loss.all()) {
            print(
                    loss + ", a sample",
                    (nanos(EngineType.DENSE, new Workload(task, base.architecture(), plain.with(loss))) - nanos)
                            / batch);
        }
        Task wide = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 1024, 0);
        Training small = new Training(16, 1e-6);
        double smallNanos = nanos(EngineType.DENSE, new Workload(wide, base.architecture(), small));
        for (Optimizer optimizer : Optimizer.all()) {
            Workload moved = new Workload(wide, base.architecture(), small.with(optimizer));
            print(optimizer + ", a weight", (nanos(EngineType.DENSE, moved) - smallNanos) / (1024.0 * width));
        }
        observation();
    }

    private static void print(String what, double nanos) {
        OUT.printf(Locale.ROOT, "%-36s %8.2f ns%n", what, nanos);
    }

    private static void points(Activation activation) {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.FourPoints(), 2, 0);
        for (int width : new int[] {2, 64}) {
            for (Optimizer optimizer : Optimizer.all()) {
                Architecture architecture =
                        new Architecture(width, activation, Bias.trained(0), new Output.Trained(), Scaling.STANDARD);
                Training training =
                        new Training(4, 1e-6).with(new SquaredLoss()).with(optimizer);
                print(
                        "points, " + width + ", " + activation + ", " + optimizer,
                        nanos(EngineType.POINTS, new Workload(task, architecture, training)));
            }
        }
    }

    /** Test samples drawn, whole checkpoints, and the check that all weights are finite. */
    private static void observation() {
        for (int width : new int[] {16, 128}) {
            for (InputLaw law : List.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube())) {
                for (EngineType type : List.of(EngineType.DENSE, EngineType.PROJECTED)) {
                    Task task = new Task(new TargetFunction.Xor(), law, 512, 0);
                    Workload workload = new Workload(task, Architecture.ofWidth(width), new Training(64, 1e-6));
                    if (!type.serves(workload)) {
                        continue;
                    }
                    TwoLayerNetwork network = new Initialization.Sphere(0.1).draw(width, 512, KEY);
                    Engine engine = type.start(task, network, workload.training(), KEY);
                    SeenSamples samples = (SeenSamples) engine.testInputs(1000);
                    double drawn = STOPWATCH.time(() -> draw(samples)).least();
                    Observation observation = new Observation(1000, new Schedule.Every(1), List.of(), 0.1);
                    Observer observer = new Observer(observation, workload, network, KEY, engine);
                    double whole =
                            STOPWATCH.time(() -> observer.observe(1, null)).least();
                    print(type + " " + law + " " + width + ", a test sample", drawn / 1000);
                    print(type + " " + law + " " + width + ", statistics of it", (whole - drawn) / 1000);
                    print(
                            "isFinite, a weight",
                            STOPWATCH.time(network::isFinite).least() / (512 * width));
                }
            }
        }
    }

    private static void draw(SeenSamples samples) {
        samples.moveTo(1);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            samples.draw(chunk);
        }
    }

    private static double nanos(EngineType type, Workload workload) {
        TwoLayerNetwork network = new Initialization.Sphere(0.1)
                .draw(workload.architecture(), workload.task().d(), KEY, 0);
        Engine engine = type.start(workload.task(), network, workload.training(), KEY);
        long[] step = {0};
        return STOPWATCH.time(() -> engine.step(++step[0])).least();
    }
}
