package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Eigenspaces;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** The {@link GramEngine}: numbers are drawn for what neurons see, and matrices of neurons are factored; d costs nothing. */
record GramProfile() implements EngineProfile {
    /** The largest number of vectors of which a square matrix is an array, with room for what is stacked on it. */
    private static final int MOST_VECTORS = (int) Math.sqrt(Extent.LONGEST / 4.0);

    @Override
    public String idea() {
        return "products of neurons in place of their weights";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new GramEngine(task, network, training, key);
    }

    @Override
    public NormalRows rows(Workload workload) {
        return GramLayout.of(workload);
    }

    @Override
    public boolean keepsAxesOfLabels() {
        return true;
    }

    @Override
    public long columns(Workload workload) {
        return GramLayout.of(workload).columns();
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!task.inputs().isNormal()) {
            return Optional.of("it serves gaussian inputs and clusters, not " + task.inputs() + " ones");
        }
        if (!Eigenspaces.areFew(task)) {
            return Optional.of("it serves covariances of few eigenvalues, and " + task.covariance() + " has d of them");
        }
        if (workload.training().optimizer().recurrence().isEmpty()) {
            return Optional.of("it keeps products of neurons, and "
                    + workload.training().optimizer() + " looks at single coordinates");
        }
        return 2L * workload.width() + workload.task().target().coordinates() <= MOST_VECTORS
                ? EngineProfile.refusalOfFreshSingle(workload)
                : Optional.of(
                        "it factors a matrix of width x width, and a width of " + workload.width() + " is too large");
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        if (refusal(workload).isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        GramLayout layout = GramLayout.of(workload);
        long batch = workload.training().batchSize();
        double p = layout.width();
        double rank = layout.columns();
        double normal = speeds.normal();
        double product = speeds.product();
        boolean squares = GramEngine.needsSquare(layout, batch);
        boolean sums = ActiveSums.pay(workload);
        double products = rank * p * (sums ? 0.0211 : 0.0422) + (squares && !sums ? 0.056 * p * p : 0);
        double spans = 0;
        for (GramLayout.Span span : layout.spans()) {
            spans += span.outside() > 0 ? ofSpan(layout, batch, product) : 0;
        }
        return batch * (products * product + 72)
                + (sums ? ofSums(layout, workload, squares, normal) : 0)
                + 1.3 * rank * p
                + (squares ? 0.207 * p * p * p : 0)
                + spans
                + 1550;
    }

    /** Rows are added to bins, sixteen neurons and columns at a time, and bins folded with every chunk. */
    private static double ofSums(GramLayout layout, Workload workload, boolean squares, double normal) {
        double blocks = Math.ceil(layout.width() / 16.0);
        double units = blocks * Math.ceil(layout.columns() / 16.0) + (squares ? blocks * (blocks + 1) / 2 : 0);
        long batch = workload.training().batchSize();
        int seen = Math.toIntExact(Math.max(layout.columns(), workload.seen()));
        double chunks = Math.ceil((double) batch / ProjectedSamples.rows(seen, batch));
        return units * normal * (2.33 * batch + 1380 * chunks);
    }

    /** What lies outside of a span is drawn, and swept or folded into it. */
    private static double ofSpan(GramLayout layout, long batch, double product) {
        double v = layout.vectors();
        double directions = GramEngine.directions(layout.width(), batch);
        double drawn = directions * (246 + 0.64 * directions);
        if (GramEngine.isSwept(layout, batch)) {
            return drawn + batch * v * (21.7 + 0.311 * v);
        }
        double ofProducts = 0.04 * product * (v * v * (v + directions) + directions * directions * layout.width());
        return drawn + ofProducts + 0.032 * v * v * v + 2.3 * v * v;
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds((double) workload.training().batchSize(), (double) columns(workload));
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        double rank = (double) columns(workload);
        return testSize * rank * (speeds.normal() + 0.0215 * speeds.product() * workload.seen());
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        GramLayout layout = GramLayout.of(workload);
        return GramWeights.bytes(layout, (double) workload.seen())
                + GramEngine.bytes(layout, workload)
                + layout.startBytes()
                + samples(layout, workload, workload.training().batchSize())
                + samples(layout, workload, testSize);
    }

    private static double samples(GramLayout layout, Workload workload, long size) {
        return ProjectedSamples.bytes(Math.toIntExact(Math.max(layout.columns(), workload.seen())), size);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        GramLayout layout = GramLayout.of(workload);
        long vectors = layout.vectors();
        return new Extent(
                "width",
                workload.width(),
                "a matrix of width x width",
                Math.max(2 * vectors * vectors, workload.seen() * layout.columns()));
    }
}
