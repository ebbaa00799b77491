package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.scaling.Residual;
import java.util.List;

/**
 * A law of a group of cells, as figures show it.
 *
 * @param group the cells without their place on the axis, such as {@code inputs = gaussian}; empty if there is but one group
 * @param name its formula, such as {@code d (c0 + c1 log d)}
 * @param origin where it comes from
 * @param line the median n* that it gives, along the axis
 * @param residuals of the cells
 */
public record FittedLaw(String group, String name, Origin origin, List<Prediction> line, List<Residual> residuals) {
    /** What figures and tables call the recursion. */
    public static final String RECURSION = "theory, no free parameter";

    /** Where a line comes from. */
    public enum Origin {
        /** All runs of the group. */
        FIT,
        /** Theory, of which one median gives the scale. */
        THEORY,
        /** Theory without a free parameter; intervals are the spread of its starts. */
        RECURSION
    }

    public FittedLaw {
        line = List.copyOf(line);
        residuals = List.copyOf(residuals);
    }
}
