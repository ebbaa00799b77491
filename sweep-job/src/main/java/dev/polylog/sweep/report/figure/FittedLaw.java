package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.scaling.Residual;
import java.util.List;

/**
 * A law that was fitted to a group of cells, as figures show it.
 *
 * @param group the cells without their place on the axis, such as {@code inputs = gaussian}; empty if there is but one group
 * @param name its formula, such as {@code d (c0 + c1 log d)}
 * @param line the median n* that it gives, along the axis
 * @param residuals of the cells
 */
public record FittedLaw(String group, String name, List<Prediction> line, List<Residual> residuals) {
    public FittedLaw {
        line = List.copyOf(line);
        residuals = List.copyOf(residuals);
    }
}
