package dev.polylog.trainer.observe;

import static dev.polylog.trainer.observe.ObservableGroup.ALWAYS;
import static dev.polylog.trainer.observe.ObservableGroup.BLOCKS;
import static dev.polylog.trainer.observe.ObservableGroup.CENTRES;
import static dev.polylog.trainer.observe.ObservableGroup.CLASSES;
import static dev.polylog.trainer.observe.ObservableGroup.GROWTH;
import static dev.polylog.trainer.observe.ObservableGroup.POINTS;

import dev.polylog.trainer.engine.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One number that is recorded at every checkpoint: a name and a function. The registry feeds the schema of the tables, the
 * documentation and the tests.
 */
public final class Observable {
    /** All observables, in the order of their columns. */
    public static final List<Observable> ALL = registry();

    private final String column;
    private final String meaning;
    private final ObservableGroup group;
    private final ToDoubleFunction<Measurement> value;

    private Observable(String column, String meaning, ObservableGroup group, ToDoubleFunction<Measurement> value) {
        this.column = column;
        this.meaning = meaning;
        this.group = group;
        this.value = value;
    }

    /** Name of the column in {@code trajectories}; {@code final_} + column in {@code runs}. */
    public String column() {
        return column;
    }

    public String meaning() {
        return meaning;
    }

    /** Position of the observable of a column among all. */
    public static int position(String column) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).column.equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No observable " + column);
    }

    /** The runs for which it makes sense. */
    public ObservableGroup group() {
        return group;
    }

    /** Whether it makes sense for a run. */
    public boolean appliesTo(Workload workload) {
        return group.appliesTo(workload);
    }

    double of(Measurement measurement) {
        return value.applyAsDouble(measurement);
    }

    @Override
    public String toString() {
        return column;
    }

    private static List<Observable> registry() {
        List<Observable> all = new ArrayList<>();
        all.add(test(ALWAYS, "test_loss", "mean loss on fresh clean samples", TestStatistics::loss));
        all.add(test(
                CLASSES,
                "test_error",
                "share of fresh clean samples misclassified; f in the middle counts 1/2",
                TestStatistics::error));
        all.add(neurons(
                BLOCKS, "signal_norm", "root mean square of the neurons' norm of w_sig", NeuronStatistics::signalNorm));
        all.add(neurons(
                BLOCKS,
                "opposite_norm",
                "root mean square of the neurons' norm of w_opp",
                NeuronStatistics::oppositeNorm));
        all.add(neurons(
                BLOCKS,
                "perpendicular_norm",
                "root mean square of the neurons' norm of w_perp",
                NeuronStatistics::perpendicularNorm));
        all.add(neurons(
                ALWAYS, "output_norm", "root mean square of the output weights a", NeuronStatistics::outputNorm));
        all.addAll(perBlock(
                BLOCKS,
                "mass_",
                "(1/p) sum of abs(a) norm(w_sig) over the block",
                block -> measurement -> measurement.neurons().mass(block)));
        all.add(neurons(
                BLOCKS,
                "residual_mass",
                "(1/p) sum of abs(a) sqrt(norm(w_opp)^2 + norm(w_perp)^2)",
                NeuronStatistics::residualMass));
        all.add(neurons(
                BLOCKS,
                "block_imbalance",
                "largest over smallest block mass, minus 1; infinite when a block is empty",
                NeuronStatistics::blockImbalance));
        all.addAll(perBlock(
                CENTRES,
                "margin_",
                "f(mu) y(mu) at the block's cluster centre",
                block -> measurement -> measurement.margin(block)));
        all.add(new Observable("margin_min", "smallest of the four margins", CENTRES, Measurement::smallestMargin));
        all.add(new Observable("margin_max", "largest of the four margins", CENTRES, Measurement::largestMargin));
        all.addAll(perBlock(
                GROWTH,
                "growth_",
                "average margin E[-l'(x) s relu(u.x)] of the block's direction u under training labels",
                block -> measurement -> measurement.test().growth(block)));
        all.add(neurons(
                BLOCKS,
                "heavy_fraction",
                "share of neurons with norm(w_perp) + norm(w_opp) <= zeta norm(w_sig)",
                NeuronStatistics::heavyFraction));
        all.addAll(perBlock(
                BLOCKS,
                "heavy_",
                "share of all neurons that are heavy and in the block",
                block -> measurement -> measurement.neurons().heavy(block)));
        all.add(neurons(
                BLOCKS,
                "alignment",
                "mean cosine between w and its block's direction, weighted by abs(a) norm(w)",
                NeuronStatistics::alignment));
        all.add(neurons(ALWAYS, "layer_gap_min", "smallest norm(w) - abs(a)", NeuronStatistics::layerGap));
        all.add(test(
                ALWAYS,
                "clean_gap",
                "sqrt(E (l'(x) - l'(z))^2 / E l'(z)^2), z the projection of x on the coordinates of the label",
                TestStatistics::cleanGap));
        all.add(test(
                ALWAYS,
                "correlation",
                "correlation of output and label on the test samples",
                TestStatistics::correlation));
        all.add(subspace(
                "subspace_overlap",
                "share of the first layer's squared norm in the coordinates of the label",
                SubspaceStatistics::overlap));
        all.add(subspace(
                "subspace_overlap_weighted",
                "the same with each neuron weighted by a^2",
                SubspaceStatistics::weightedOverlap));
        all.add(subspace(
                "alignment_1",
                "norm of the mean of w / norm(w) in the coordinates of the label, weighted by a norm(w)",
                SubspaceStatistics::firstAlignment));
        all.add(subspace(
                "alignment_2",
                "the same of the products of two coordinates of w / norm(w), times 2; null with one coordinate",
                SubspaceStatistics::secondAlignment));
        all.add(points(
                "dead_class_1",
                "points of class 1 at which no neuron has a positive pre-activation",
                points -> points.dead(1)));
        all.add(points(
                "dead_class_0",
                "points of class 0 at which no neuron has a positive pre-activation",
                points -> points.dead(-1)));
        all.add(points("mirror_pairs", "pairs of neurons with a cosine below -0.95", PointStatistics::mirrorPairs));
        all.add(points(
                "angle_from_start", "mean angle between w and the first w, in radians", PointStatistics::meanAngle));
        all.add(points("norm_from_start", "mean of norm(w) over that of the first w", PointStatistics::meanGrowth));
        all.add(new Observable(
                "rest_overlap",
                "mean over pairs of neurons of sign(a_j a_k) cos(w_perp_j, w_perp_k)",
                BLOCKS,
                Measurement::restOverlap));
        return List.copyOf(all);
    }

    private static Observable test(
            ObservableGroup group, String column, String meaning, ToDoubleFunction<TestStatistics> value) {
        return new Observable(column, meaning, group, measurement -> value.applyAsDouble(measurement.test()));
    }

    private static Observable neurons(
            ObservableGroup group, String column, String meaning, ToDoubleFunction<NeuronStatistics> value) {
        return new Observable(column, meaning, group, measurement -> value.applyAsDouble(measurement.neurons()));
    }

    private static Observable subspace(String column, String meaning, ToDoubleFunction<SubspaceStatistics> value) {
        return new Observable(column, meaning, ALWAYS, measurement -> value.applyAsDouble(measurement.subspace()));
    }

    private static Observable points(String column, String meaning, ToDoubleFunction<PointStatistics> value) {
        return new Observable(column, meaning, POINTS, measurement -> value.applyAsDouble(measurement.points()));
    }

    private static List<Observable> perBlock(
            ObservableGroup group,
            String prefix,
            String meaning,
            Function<Block, ToDoubleFunction<Measurement>> value) {
        List<Observable> blocks = new ArrayList<>();
        for (Block block : Block.ALL) {
            blocks.add(new Observable(prefix + block.suffix(), meaning, group, value.apply(block)));
        }
        return blocks;
    }
}
