package dev.polylog.trainer.task;

import java.util.Locale;

/** What the values of the hidden function are to the network. */
public enum Labels {
    /** Two classes, -1 and +1. */
    PLUS_MINUS(0),
    /** Two classes, 0 and 1. */
    ZERO_ONE(0.5),
    /** The values themselves. */
    REAL(0);

    private final double boundary;

    Labels(double boundary) {
        this.boundary = boundary;
    }

    /** The output in the middle between the two classes. */
    public double boundary() {
        return boundary;
    }

    /** Whether labels are two classes. */
    public boolean areClasses() {
        return this != REAL;
    }

    /** 1 where an output stands for the other class than the label, 1/2 in the middle between them, else 0. */
    public double error(double label, double output) {
        double margin = (label - boundary) * (output - boundary);
        return margin > 0 ? 0 : margin == 0 ? 0.5 : 1;
    }

    /** The label of the other class. */
    public double other(double label) {
        return 2 * boundary - label;
    }

    /** Replaces the classes -1 and +1 by their labels. */
    void encode(float[] values, int rows) {
        for (int i = 0; i < rows && this == ZERO_ONE; i++) {
            values[i] = (values[i] + 1) / 2;
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
