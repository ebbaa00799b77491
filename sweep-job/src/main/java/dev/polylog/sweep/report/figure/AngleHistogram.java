package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.growth.Angles;
import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.format.Numerals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the mass of the neurons is spread over directions in the label plane. */
public final class AngleHistogram {
    private static final String TITLE = "Angles of the neurons";
    private static final int MOST_PANELS = 8;

    /** Bars are around the axes and the directions, not beside them. */
    private static final int BINS = 72;

    private static final double WIDTH = 360.0 / BINS;
    private static final List<String> SIGNS = List.of("a ≥ 0", "a < 0");

    private AngleHistogram() {}

    /** A panel for each run and step. */
    public static Entry of(List<NeuronRow> neurons, CellNames names) {
        List<NeuronRow> pointing =
                neurons.stream().filter(row -> mass(row.neuron()) > 0).toList();
        if (pointing.isEmpty()) {
            return new LeftOut(
                    TITLE, "The sweep takes no snapshots of neurons; `snapshots` in a sweep file asks for them.");
        }
        Map<List<Object>, List<NeuronRow>> groups =
                Shown.groups(pointing, row -> List.of(names.of(row.cell()), row.step()));
        Map<String, List<NeuronRow>> panels = new LinkedHashMap<>();
        groups.forEach((key, rows) -> panels.put(panel((String) key.get(0), (long) key.get(1), rows), rows));
        Shown shown = Shown.of(panels.keySet(), panel -> panel, panel -> "", MOST_PANELS);
        DataTable.Builder rows = DataTable.of("panel", "sign", "from", "to", "low", "high");
        double most = 0;
        for (String panel : shown.panels()) {
            most = Math.max(most, addBins(rows, panel, panels.getOrDefault(panel, List.of())));
        }
        return new Figure(
                "angles",
                TITLE,
                "How much of the mass |a| |(w₁, w₂)| points where, in the first run of a cell. At the dashed directions −cos 4φ is"
                        + " 1; its mean by mass is the concentration, 0 if no direction is favoured." + shown.only()
                        + shown.note(),
                "Histograms of the angles of the neurons in the label plane, weighted by mass.",
                Panels.of(shown.panels()).plot(unit(most)),
                Map.of("rows", rows.build()));
    }

    private static double mass(Neuron neuron) {
        double mass = Math.abs(neuron.outputWeight()) * Math.hypot(neuron.w1(), neuron.w2());
        return Double.isFinite(mass) ? mass : 0;
    }

    private static String panel(String cell, long step, List<NeuronRow> rows) {
        double concentration =
                Angles.concentration(rows.stream().map(NeuronRow::neuron).toList());
        return (cell.isEmpty() ? "" : cell + ", ") + "step " + Numerals.count(step) + ", concentration "
                + BigDecimal.valueOf(concentration)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString()
                        .replace("-", "−");
    }

    /** Adds the bars of a panel, those of one sign over those of the other, and returns the height of the highest. */
    private static double addBins(DataTable.Builder rows, String panel, List<NeuronRow> neurons) {
        double[][] mass = new double[SIGNS.size()][BINS];
        double all = 0;
        for (NeuronRow row : neurons) {
            Neuron neuron = row.neuron();
            double degrees = Math.toDegrees(Math.atan2(neuron.w2(), neuron.w1()));
            int bin = (int) Math.round((degrees + 180) / WIDTH) % BINS;
            mass[neuron.outputWeight() >= 0 ? 0 : 1][bin] += mass(neuron);
            all += mass(neuron);
        }
        double most = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double low = 0;
            for (int sign = 0; sign < SIGNS.size(); sign++) {
                double high = low + mass[sign][bin] / all;
                if (high > low) {
                    double from = -180 + (bin - 0.5) * WIDTH;
                    rows.add(panel, SIGNS.get(sign), from, from + WIDTH, low, high);
                }
                low = high;
            }
            most = Math.max(most, low);
        }
        return most;
    }

    private static ObjectNode unit(double most) {
        Scale up = new Scale("linear", 0, 1.12 * most);
        ObjectNode x = Channel.position(
                "from", "angle φ in degrees", Channel.PLAIN, new Scale("linear", -180 - WIDTH / 2, 180 + WIDTH / 2));
        x.withObject("/axis").set("values", Json.array(-180, -135, -90, -45, 0, 45, 90, 135, 180));
        ObjectNode y = Channel.position("low", "share of the mass", Channel.PLAIN, up);
        List<ObjectNode> directions = new ArrayList<>();
        Map.of("μ₁", -45, "μ₂", 45, "−μ₁", 135, "−μ₂", -135)
                .forEach((name, degrees) -> directions.add(Json.object("name", name, "from", degrees)));
        directions.sort(
                (a, b) -> Integer.compare(a.get("from").asInt(), b.get("from").asInt()));
        return Json.object(
                "layer",
                Json.array(
                        Marks.constant(directions, Marks.referenceRule(), Json.object("x", x)),
                        Marks.constant(
                                directions,
                                Json.object("type", "text", "color", Marks.REFERENCE, "align", "left", "dx", 4),
                                Json.object("x", x, "y", Channel.value(8), "text", Channel.nominal("name", ""))),
                        Json.object(
                                "mark",
                                Json.object("type", "rect", "opacity", 0.85),
                                "encoding",
                                Json.object(
                                        "x",
                                        x,
                                        "x2",
                                        Channel.end("to"),
                                        "y",
                                        y,
                                        "y2",
                                        Channel.end("high"),
                                        "color",
                                        Channel.colour("sign", "output weight", SIGNS, Palette.distinct(2))))));
    }
}
