package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.growth.BlockStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The figure of measured against predicted growth of the blocks. */
public final class BlockGrowth {
    private static final String TITLE = "Measured against predicted growth of the blocks";
    private static final int MOST_POINTS = 2000;
    private static final List<String> BLOCKS = List.of("mu1_plus", "mu1_minus", "mu2_plus", "mu2_minus");
    private static final List<String> WORDS = List.of("μ₁ +", "μ₁ −", "μ₂ +", "μ₂ −");

    private static final String SOURCE = "source";
    private static final String RUNS = "runs";

    private BlockGrowth() {}

    /**
     * A panel for each cell, a colour for each block.
     *
     * @param theory steps of the recursion in the same cells, of any of them or of none, of which the mean is drawn
     */
    public static Entry of(List<BlockStep> steps, List<BlockStep> theory, CellNames names) {
        List<BlockStep> finite = finite(steps);
        if (finite.isEmpty()) {
            return new LeftOut(TITLE, "No run has two checkpoints in its heavy phase.");
        }
        Shown shown = Shown.of(finite, point -> names.of(point.cell()), point -> "", 6);
        List<BlockStep> drawn = Thinning.even(
                finite.stream()
                        .filter(point -> shown.panels().contains(names.of(point.cell())))
                        .toList(),
                MOST_POINTS);
        List<Mean> expected = Mean.of(finite(theory).stream()
                .filter(point -> shown.panels().contains(names.of(point.cell())))
                .toList());
        DataTable.Builder rows = DataTable.of("panel", "block", "predicted", "measured", "source", "step");
        for (BlockStep point : drawn) {
            rows.add(
                    names.of(point.cell()),
                    words(point.block()),
                    point.predicted(),
                    point.measured(),
                    RUNS,
                    point.fromStep());
        }
        for (Mean mean : expected) {
            rows.add(
                    names.of(mean.cell()), null, mean.predicted(), mean.measured(), Marks.THEORY_NAME, mean.fromStep());
        }
        return new Figure(
                "block-growth",
                TITLE,
                "Each dot is a block between two checkpoints of a run in its heavy phase. On the dashed line the mass grows by"
                        + " the factor 1 + 2ηg a step, as the average margin g predicts."
                        + (expected.isEmpty()
                                ? ""
                                : " The dark dashed curve is theory, without a free parameter: the mean over blocks and starts.")
                        + shown.note(),
                "Measured growth of block masses against predicted growth, around the identity line.",
                Panels.of(shown.panels()).withAspect(0.9).plot(unit(drawn, expected)),
                Map.of("rows", rows.build()));
    }

    private static List<BlockStep> finite(List<BlockStep> steps) {
        return steps.stream()
                .filter(point -> Double.isFinite(point.predicted()) && Double.isFinite(point.measured()))
                .toList();
    }

    /** The mean over blocks and runs of a cell between two checkpoints. */
    private record Mean(int cell, long fromStep, double predicted, double measured) {
        /** Where all of those are that are there at any checkpoint, in order. */
        static List<Mean> of(List<BlockStep> steps) {
            List<Mean> means = new ArrayList<>();
            Shown.groups(steps, BlockStep::cell).forEach((cell, ofCell) -> {
                Map<Long, List<BlockStep>> byStep = new TreeMap<>(Shown.groups(ofCell, BlockStep::fromStep));
                int all = byStep.values().stream().mapToInt(List::size).max().orElse(0);
                byStep.forEach((step, points) -> {
                    if (points.size() == all) {
                        means.add(new Mean(
                                cell, step, mean(points, BlockStep::predicted), mean(points, BlockStep::measured)));
                    }
                });
            });
            return means;
        }

        private static double mean(List<BlockStep> points, ToDoubleFunction<BlockStep> value) {
            return points.stream().mapToDouble(value).average().orElse(Double.NaN);
        }
    }

    private static String words(String block) {
        int known = BLOCKS.indexOf(block);
        return known < 0 ? block : WORDS.get(known);
    }

    private static ObjectNode unit(List<BlockStep> drawn, List<Mean> theory) {
        Scale both = Scale.linear(
                        drawn.stream().flatMapToDouble(point -> DoubleStream.of(point.predicted(), point.measured())))
                .padded(0.04);
        ObjectNode x = Channel.position("predicted", "predicted growth of log mass", Channel.PLAIN, both);
        ObjectNode y = Channel.position("measured", "measured growth of log mass", Channel.PLAIN, both);
        ObjectNode colour = Channel.colour(
                "block", "block", WORDS, List.of(Palette.BLUE, Palette.SKY, Palette.VERMILLION, Palette.ORANGE));
        List<ObjectNode> identity = List.of(
                Json.object("predicted", both.low(), "measured", both.low()),
                Json.object("predicted", both.high(), "measured", both.high()));
        List<Object> layers = new ArrayList<>();
        layers.add(Json.object(
                "params",
                Channel.picking("block"),
                "transform",
                Channel.only(SOURCE, RUNS),
                "mark",
                Json.object("type", "point", "filled", true, "size", 16),
                "encoding",
                Json.object("x", x, "y", y, "color", colour, "opacity", Channel.whilePicked(0.6))));
        layers.add(Marks.constant(identity, Marks.reference(), Json.object("x", x, "y", y)));
        if (!theory.isEmpty()) {
            layers.add(Json.object(
                    "transform",
                    Channel.only(SOURCE, Marks.THEORY_NAME),
                    "mark",
                    Json.object("type", "line", "strokeWidth", 1.8, "color", Marks.INK),
                    "encoding",
                    Json.object(
                            "x",
                            x,
                            "y",
                            y,
                            "order",
                            Json.object("field", "step", "type", "quantitative"),
                            "strokeDash",
                            Marks.theoryDash(SOURCE))));
        }
        return Json.object("layer", layers);
    }
}
