package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.format.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Where the neurons point: their weights in the label plane, with the four directions that carry the signal. */
public final class Alignment {
    private static final String TITLE = "Neurons in the label plane";
    private static final int MOST_NEURONS = 500;
    private static final int MOST_PANELS = 8;

    private Alignment() {}

    /** A panel for each run and step. */
    public static Entry of(List<NeuronRow> neurons, CellNames names) {
        List<NeuronRow> finite = neurons.stream()
                .filter(row -> Double.isFinite(row.neuron().w1())
                        && Double.isFinite(row.neuron().w2()))
                .toList();
        if (finite.isEmpty()) {
            return new LeftOut(
                    TITLE, "The sweep takes no snapshots of neurons; `snapshots` in a sweep file asks for them.");
        }
        Shown shown = Shown.of(finite, row -> panel(row, names), row -> "", MOST_PANELS);
        DataTable.Builder rows = DataTable.of("panel", "step", "w1", "w2", "output_weight", "sign");
        Shown.groups(finite, row -> panel(row, names)).forEach((panel, all) -> {
            if (shown.panels().contains(panel)) {
                for (NeuronRow row : Thinning.even(all, MOST_NEURONS)) {
                    Neuron neuron = row.neuron();
                    rows.add(
                            panel,
                            row.step(),
                            neuron.w1(),
                            neuron.w2(),
                            neuron.outputWeight(),
                            neuron.outputWeight() >= 0 ? "a ≥ 0" : "a < 0");
                }
            }
        });
        double reach = 1.3
                * finite.stream()
                        .filter(row -> shown.panels().contains(panel(row, names)))
                        .map(NeuronRow::neuron)
                        .flatMapToDouble(neuron -> DoubleStream.of(Math.abs(neuron.w1()), Math.abs(neuron.w2())))
                        .max()
                        .orElse(1);
        return new Figure(
                "alignment",
                TITLE,
                "Each dot is a neuron. Neurons with positive output weight should turn towards ±μ₁ and the others towards"
                        + " ±μ₂, the dashed directions." + shown.note(),
                "Weights of the neurons in the plane of the first two coordinates, at several steps.",
                Panels.of(shown.panels()).withAspect(1).plot(unit(reach)),
                Map.of("rows", rows.build()));
    }

    private static String panel(NeuronRow row, CellNames names) {
        String step = "step " + Numerals.count(row.step());
        String cell = names.of(row.cell());
        return cell.isEmpty() ? step : cell + ", " + step;
    }

    private static ObjectNode unit(double reach) {
        Scale scale = new Scale("linear", -reach, reach);
        ObjectNode x = Channel.position("w1", "first coordinate, w₁", Channel.PLAIN, scale);
        ObjectNode y = Channel.position("w2", "second coordinate, w₂", Channel.PLAIN, scale);
        List<ObjectNode> directions = new ArrayList<>();
        List<ObjectNode> ends = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            directions.add(Json.object("name", direction.words, "w1", 0, "w2", 0));
            directions.add(Json.object(
                    "name", direction.words, "w1", direction.x * reach * 0.72, "w2", direction.y * reach * 0.72));
            ends.add(Json.object(
                    "name", direction.words, "w1", direction.x * reach * 0.83, "w2", direction.y * reach * 0.83));
        }
        ObjectNode colour = Channel.colour("sign", "output weight", List.of("a ≥ 0", "a < 0"), Palette.distinct(2));
        return Json.object(
                "layer",
                Json.array(
                        Marks.constant(
                                directions,
                                Marks.reference(),
                                Json.object("x", x, "y", y, "detail", Channel.nominal("name", ""))),
                        Marks.constant(
                                ends,
                                Json.object("type", "text", "color", Marks.REFERENCE),
                                Json.object("x", x, "y", y, "text", Channel.nominal("name", ""))),
                        Json.object(
                                "mark",
                                Json.object("type", "point", "filled", true, "size", 22, "opacity", 0.6),
                                "encoding",
                                Json.object("x", x, "y", y, "color", colour))));
    }

    private enum Direction {
        PLUS_ONE("μ₁", 1, -1),
        MINUS_ONE("−μ₁", -1, 1),
        PLUS_TWO("μ₂", 1, 1),
        MINUS_TWO("−μ₂", -1, -1);

        private final String words;
        private final int x;
        private final int y;

        Direction(String words, int x, int y) {
            this.words = words;
            this.x = x;
            this.y = y;
        }
    }
}
