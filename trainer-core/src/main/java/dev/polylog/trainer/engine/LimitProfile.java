package dev.polylog.trainer.engine;

import dev.polylog.trainer.limit.LabelPlane;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Sgd;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** The {@link LimitEngine}: matrices of neurons and a quadrature over the label plane; neither d nor samples cost anything. */
record LimitProfile() implements EngineProfile {
    /** The largest number of neurons of which a square matrix is an array. */
    private static final int MOST_NEURONS = (int) Math.sqrt(Extent.LONGEST);

    /** Of a run's steps, those at which outputs are not small; the others cost no quadrature. */
    private static final double SHARE_OF_QUADRATURE = 0.7;

    @Override
    public String idea() {
        return "the limit of many dimensions and samples, in theory";
    }

    @Override
    public boolean isTheory() {
        return true;
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new LimitEngine(task, network, training, key);
    }

    @Override
    public NormalRows rows(Workload workload) {
        return new LimitRows(workload.task().d(), workload.width());
    }

    @Override
    public boolean keepsAxesOfLabels() {
        return true;
    }

    @Override
    public long columns(Workload workload) {
        return (long) workload.width() + LimitRows.PLANE;
    }

    @Override
    public boolean drawsSamples() {
        return false;
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!(task.target() instanceof TargetFunction.Xor)) {
            return Optional.of("its recursion is that of xor, not of " + task.target());
        }
        if (LabelPlane.of(task.inputs()).isEmpty() || task.anisotropy() > 0) {
            return Optional.of("it serves isotropic gaussian inputs and the boolean cube, not "
                    + (task.anisotropy() > 0 ? task.covariance() : task.inputs()) + " ones");
        }
        if (task.d() <= LimitRows.PLANE) {
            return Optional.of(
                    "its noise is that of other coordinates than the two of the label, and d is " + task.d());
        }
        if (!workload.architecture().isPlain()) {
            return Optional.of("it serves ReLU neurons without biases, with trained outputs and mean-field scaling");
        }
        return refusal(workload, workload.training());
    }

    private static Optional<String> refusal(Workload workload, Training training) {
        if (workload.task().labels() != Labels.PLUS_MINUS || !training.loss().equals(new LogisticLoss())) {
            return Optional.of("it serves the logistic loss of labels -1 and +1");
        }
        if (!(training.optimizer() instanceof Sgd)) {
            return Optional.of("its steps are those of sgd, not of " + training.optimizer());
        }
        return workload.width() <= MOST_NEURONS
                ? EngineProfile.refusalOfFreshSingle(workload)
                : Optional.of("it multiplies matrices of width x width, and a width of " + workload.width()
                        + " is too large");
    }

    private static int nodes(Workload workload) {
        return LabelPlane.of(workload.task().inputs()).orElseThrow().nodes().size();
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        if (refusal(workload).isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        double p = workload.width();
        double nodes = nodes(workload);
        return 6000 + p * p * (0.5 * p + 20) + SHARE_OF_QUADRATURE * nodes * (200 + p * (20 + 0.3 * p));
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return 0;
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        double p = workload.width();
        return nodes(workload) * (250 + p * (10 + 0.1 * p));
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        double p = workload.width();
        return LimitEngine.bytes(p, nodes(workload)) + LimitRows.startBytes(p);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        long p = workload.width();
        return new Extent(
                "width",
                workload.width(),
                "a matrix of width x width, or of width x nodes",
                p * Math.max(p + 2, nodes(workload)));
    }
}
