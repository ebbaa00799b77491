package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.analysis.scaling.Residual;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The figure of residuals: measured medians over those of the fitted laws. */
public final class Residuals {
    private static final String TITLE = "Measured over fitted number of samples";

    /** Share of the axis between two models. */
    private static final double ASIDE = 0.012;

    /** Where a point is drawn, beside those of other models at the same place. */
    private static final String AT = "at";

    private Residuals() {}

    /**
     * A panel for each group, a colour for each model.
     *
     * @param axis on which all values are positive
     */
    public static Entry of(AlongAxis axis, List<FittedLaw> laws) {
        List<Ratio> finite = laws.stream()
                .flatMap(law -> law.residuals().stream().map(residual -> new Ratio(law.group(), law.name(), residual)))
                .filter(residual -> Double.isFinite(residual.ratio()) && residual.ratio() > 0)
                .toList();
        if (finite.isEmpty()) {
            return new LeftOut(TITLE, "No model could be fitted.");
        }
        Shown shown = Shown.of(finite, Ratio::group, Ratio::model, 12);
        DataTable.Builder rows = DataTable.of("panel", "model", axis.name(), "ratio", "low", "high", AT);
        Scale across = Scale.log(finite.stream().mapToDouble(Ratio::x));
        for (Ratio residual : finite) {
            if (shown.includes(residual.group(), residual.model())) {
                rows.add(
                        residual.group(),
                        residual.model(),
                        residual.x(),
                        residual.ratio(),
                        residual.low(),
                        residual.high(),
                        residual.x()
                                * aside(
                                        across,
                                        shown.lines().indexOf(residual.model()),
                                        shown.lines().size()));
            }
        }
        return new Figure(
                "residuals",
                TITLE,
                "The closer to the line at 1, the better the fit. A model whose points bend away at the ends has the wrong"
                        + " shape, however small its errors in between." + shown.note(),
                "Ratios of measured to fitted medians against the axis, around a line at one.",
                Panels.of(shown.panels()).plot(unit(axis, finite, shown.lines())),
                Map.of("rows", rows.build()));
    }

    /** The factor by which a model stands aside, so that its intervals do not hide those of others. */
    private static double aside(Scale across, int model, int models) {
        return Math.pow(across.high() / across.low(), ASIDE * (model - (models - 1) / 2.0));
    }

    /** A cell's median over that of a law. */
    private record Ratio(String group, String model, Residual log) {
        double x() {
            return log.x();
        }

        double ratio() {
            return Math.exp(log.value());
        }

        double low() {
            return Math.exp(log.interval().lower());
        }

        double high() {
            return Math.exp(log.interval().upper());
        }
    }

    private static ObjectNode unit(AlongAxis axis, List<Ratio> drawn, List<String> models) {
        Scale up = Scale.log(drawn.stream()
                        .flatMapToDouble(
                                residual -> DoubleStream.of(residual.ratio(), residual.low(), residual.high())))
                .with(0.98)
                .with(1.02)
                .padded(0.08);
        String title = "measured / fitted n*";
        ObjectNode x = Placement.of(axis, drawn.stream().mapToDouble(Ratio::x)).channel();
        x.put("field", AT);
        ObjectNode colour = Channel.lineColour("model", "", models, Palette.distinct(models.size()));
        return Json.object(
                "layer",
                Json.array(
                        Marks.constant(
                                List.of(Json.object("ratio", 1)),
                                Marks.referenceRule(),
                                Json.object("y", Channel.position("ratio", title, Channel.PLAIN, up))),
                        Json.object(
                                "mark",
                                Json.object("type", "line", "strokeWidth", 1.2, "opacity", 0.7),
                                "encoding",
                                Json.object(
                                        "x",
                                        x,
                                        "y",
                                        Channel.position("ratio", title, Channel.PLAIN, up),
                                        "strokeDash",
                                        Marks.dashes("model", "", models, List.of()),
                                        "color",
                                        colour)),
                        Json.object(
                                "mark",
                                Json.object("type", "rule", "strokeWidth", 1.2),
                                "encoding",
                                Json.object(
                                        "x",
                                        x,
                                        "y",
                                        Channel.position("low", title, Channel.PLAIN, up),
                                        "y2",
                                        Channel.end("high"),
                                        "color",
                                        colour)),
                        Json.object(
                                "mark",
                                Json.object("type", "point", "filled", true, "size", 34, "opacity", 1),
                                "encoding",
                                Json.object(
                                        "x",
                                        x,
                                        "y",
                                        Channel.position("ratio", title, Channel.PLAIN, up),
                                        "color",
                                        colour,
                                        "tooltip",
                                        Json.array(
                                                Channel.tip("model", "model"),
                                                Channel.tip(axis.name(), axis.name()),
                                                Channel.tip("ratio", "measured / fitted", ".3f"))))));
    }
}
