package dev.polylog.trainer.observe;

import dev.polylog.trainer.task.Task;
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
    private final boolean needsBlocks;
    private final ToDoubleFunction<Measurement> value;

    private Observable(String column, String meaning, boolean needsBlocks, ToDoubleFunction<Measurement> value) {
        this.column = column;
        this.meaning = meaning;
        this.needsBlocks = needsBlocks;
        this.value = value;
    }

    /** Name of the column in {@code trajectories}; {@code final_} + column in {@code runs}. */
    public String column() {
        return column;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it makes sense for a task: all that speaks of the four blocks of XOR does only where there are such. */
    public boolean appliesTo(Task task) {
        return !needsBlocks || task.hasBlocks();
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
        all.add(test("test_loss", "mean loss on fresh clean samples", TestStatistics::loss));
        all.add(test(
                "test_error", "share of fresh clean samples misclassified; f = 0 counts 1/2", TestStatistics::error));
        all.add(neurons("signal_norm", "root mean square of the neurons' norm of w_sig", NeuronStatistics::signalNorm));
        all.add(neurons(
                "opposite_norm", "root mean square of the neurons' norm of w_opp", NeuronStatistics::oppositeNorm));
        all.add(neurons(
                "perpendicular_norm",
                "root mean square of the neurons' norm of w_perp",
                NeuronStatistics::perpendicularNorm));
        all.add(layers("output_norm", "root mean square of the output weights a", NeuronStatistics::outputNorm));
        all.addAll(perBlock(
                "mass_",
                "(1/p) sum of abs(a) norm(w_sig) over the block",
                block -> measurement -> measurement.neurons().mass(block)));
        all.add(neurons(
                "residual_mass",
                "(1/p) sum of abs(a) sqrt(norm(w_opp)^2 + norm(w_perp)^2)",
                NeuronStatistics::residualMass));
        all.add(neurons(
                "block_imbalance",
                "largest over smallest block mass, minus 1; infinite when a block is empty",
                NeuronStatistics::blockImbalance));
        all.addAll(perBlock(
                "margin_",
                "f(mu) y(mu) at the block's cluster centre",
                block -> measurement -> measurement.margin(block)));
        all.add(new Observable("margin_min", "smallest of the four margins", true, Measurement::smallestMargin));
        all.add(new Observable("margin_max", "largest of the four margins", true, Measurement::largestMargin));
        all.addAll(perBlock(
                "growth_",
                "average margin E[-l'(x) s relu(u.x)] of the block's direction u under training labels",
                block -> measurement -> measurement.test().growth(block)));
        all.add(neurons(
                "heavy_fraction",
                "share of neurons with norm(w_perp) + norm(w_opp) <= zeta norm(w_sig)",
                NeuronStatistics::heavyFraction));
        all.addAll(perBlock(
                "heavy_",
                "share of all neurons that are heavy and in the block",
                block -> measurement -> measurement.neurons().heavy(block)));
        all.add(neurons(
                "alignment",
                "mean cosine between w and its block's direction, weighted by abs(a) norm(w)",
                NeuronStatistics::alignment));
        all.add(layers("layer_gap_min", "smallest norm(w) - abs(a)", NeuronStatistics::layerGap));
        all.add(test(
                "clean_gap",
                "sqrt(E (l'(x) - l'(z))^2 / E l'(z)^2), z the projection of x on the label plane",
                TestStatistics::cleanGap));
        return List.copyOf(all);
    }

    private static Observable test(String column, String meaning, ToDoubleFunction<TestStatistics> value) {
        return new Observable(column, meaning, false, measurement -> value.applyAsDouble(measurement.test()));
    }

    private static Observable neurons(String column, String meaning, ToDoubleFunction<NeuronStatistics> value) {
        return new Observable(column, meaning, true, measurement -> value.applyAsDouble(measurement.neurons()));
    }

    /** Of the weights, whatever the task. */
    private static Observable layers(String column, String meaning, ToDoubleFunction<NeuronStatistics> value) {
        return new Observable(column, meaning, false, measurement -> value.applyAsDouble(measurement.neurons()));
    }

    private static List<Observable> perBlock(
            String prefix, String meaning, Function<Block, ToDoubleFunction<Measurement>> value) {
        List<Observable> blocks = new ArrayList<>();
        for (Block block : Block.ALL) {
            blocks.add(new Observable(prefix + block.suffix(), meaning, true, value.apply(block)));
        }
        return blocks;
    }
}
