package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Eigenspaces;
import dev.polylog.trainer.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * The first layer in double precision, in the coordinates of a {@link GramLayout}: velocities above weights where there are any.
 * The network shows the weights, rounded.
 */
final class GramWeights implements Sight {
    private final TwoLayerNetwork network;
    private final int labelCoordinates;
    private final double[] root;
    private final GramSpan special;
    private final List<GramSpan> spans;
    private final float[] factor;
    private final float[] planar;
    private boolean isCurrent;

    GramWeights(Task task, GramLayout layout, TwoLayerNetwork network, StreamKey key) {
        if (network.d() != layout.columns()) {
            throw new IllegalArgumentException("Invalid network: " + network.d() + " columns (expected "
                    + layout.columns() + ", drawn from the rows of the engine)");
        }
        this.network = network;
        this.labelCoordinates = task.target().coordinates();
        this.root = Eigenspaces.of(task).root(key);
        this.special = new GramSpan(0, layout.special(), 0, 1, layout.vectors());
        this.spans = new ArrayList<>();
        int at = layout.special();
        for (GramLayout.Span span : layout.spans()) {
            spans.add(new GramSpan(at, span.columns(), span.outside(), span.scale(), layout.vectors()));
            at += span.columns();
        }
        this.factor = new float[Math.multiplyExact(at, size())];
        this.planar = new float[2 * network.width()];
        special.read(network);
        spans.forEach(span -> span.read(network));
        show();
    }

    /** Bytes of the weights in double precision, and of what inputs meet. */
    static double bytes(GramLayout layout, double seen) {
        double columns = layout.columns() + layout.spans().size();
        return Double.BYTES * (layout.vectors() * columns + layout.special() * layout.special())
                + Float.BYTES * (layout.columns() * seen + 2.0 * layout.width());
    }

    /** A on the special coordinates. */
    double[] root() {
        return root;
    }

    GramSpan special() {
        return special;
    }

    List<GramSpan> spans() {
        return spans;
    }

    /** Rounds the weights for the network to show, when all have moved. */
    void show() {
        special.show(network);
        for (int i = 0; i < spans.size(); i++) {
            spans.get(i).show(network);
        }
        isCurrent = false;
    }

    @Override
    public void refresh() {
        if (isCurrent) {
            return;
        }
        isCurrent = true;
        int k = special.size();
        for (int c = 0; c < k; c++) {
            int at = c * size();
            for (int j = 0; j < network.width(); j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += root[c * k + l] * weight(j, l);
                }
                factor[at + j] = (float) sum;
            }
            for (int i = 0; i < labelCoordinates; i++) {
                factor[at + network.width() + i] = (float) root[c * k + i];
            }
        }
        for (int i = 0; i < spans.size(); i++) {
            spans.get(i).writeFactor(factor, size(), network.width());
        }
        for (int j = 0; j < network.width(); j++) {
            planar[2 * j] = (float) weight(j, 0);
            planar[2 * j + 1] = (float) weight(j, 1);
        }
    }

    /** A special coordinate of the weights of a neuron. */
    private double weight(int neuron, int c) {
        return special.column(c)[special.vectors() - network.width() + neuron];
    }

    @Override
    public int size() {
        return network.width() + labelCoordinates;
    }

    @Override
    public int mostRank() {
        return network.d();
    }

    @Override
    public int rank() {
        return network.d();
    }

    @Override
    public float[] factor() {
        return factor;
    }

    @Override
    public float[] biases() {
        return network.biases();
    }

    @Override
    public float[] planar() {
        return planar;
    }
}
