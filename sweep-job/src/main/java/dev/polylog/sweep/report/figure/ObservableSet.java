package dev.polylog.sweep.report.figure;

import java.util.List;

/** Observables that share a picture. */
public enum ObservableSet {
    MASSES(
            "Masses of the blocks",
            "mass",
            "The mass of a block is the sum of |a| times the norm of the signal over its neurons, divided by the width; the"
                    + " residual mass is what points elsewhere."),
    IMBALANCE(
            "Imbalance of the blocks",
            "largest mass / least mass − 1",
            "Zero means that all four blocks weigh the same. Where a block is empty the imbalance is infinite and nothing is"
                    + " drawn."),
    MARGINS(
            "Margins at the four centres",
            "margin, y f(μ)",
            "The network's output at a block's centre, times the label there. Least and largest are taken in each run."),
    NORMS(
            "Parts of the weights",
            "root mean square over neurons",
            "How long the parts of the first-layer weights are, and the weights of the second layer.");

    /** A column of {@code trajectories}, its name in legends, its colour. */
    record Line(String column, String words, String colour) {}

    private final String title;
    private final String axis;
    private final String caption;

    ObservableSet(String title, String axis, String caption) {
        this.title = title;
        this.axis = axis;
        this.caption = caption;
    }

    /** Names of the columns of {@code trajectories} that it needs. */
    public List<String> columns() {
        return lines().stream().map(Line::column).toList();
    }

    List<Line> lines() {
        return switch (this) {
            case MASSES ->
                List.of(
                        new Line("mass_mu1_plus", "μ₁ +", Palette.BLUE),
                        new Line("mass_mu1_minus", "μ₁ −", Palette.SKY),
                        new Line("mass_mu2_plus", "μ₂ +", Palette.VERMILLION),
                        new Line("mass_mu2_minus", "μ₂ −", Palette.ORANGE),
                        new Line("residual_mass", "residual", Palette.GREY));
            case IMBALANCE -> List.of(new Line("block_imbalance", "imbalance", Palette.PURPLE));
            case MARGINS ->
                List.of(
                        new Line("margin_mu1_plus", "μ₁ +", Palette.BLUE),
                        new Line("margin_mu1_minus", "μ₁ −", Palette.SKY),
                        new Line("margin_mu2_plus", "μ₂ +", Palette.VERMILLION),
                        new Line("margin_mu2_minus", "μ₂ −", Palette.ORANGE),
                        new Line("margin_min", "least", Palette.GREEN),
                        new Line("margin_max", "largest", Palette.PURPLE));
            case NORMS ->
                List.of(
                        new Line("signal_norm", "signal", Palette.BLUE),
                        new Line("opposite_norm", "opposite", Palette.VERMILLION),
                        new Line("perpendicular_norm", "perpendicular", Palette.GREEN),
                        new Line("output_norm", "output weight", Palette.PURPLE));
        };
    }

    String title() {
        return title;
    }

    String axis() {
        return axis;
    }

    /** What it is, and how it is drawn. */
    String caption() {
        return caption + " Lines are medians over runs, bands hold the middle half.";
    }
}
