package dev.polylog.sweep.report.figure;

/** What samples are divided by, to see whether curves of different dimensions fall together. */
public enum Scaling {
    SAMPLES("", "training samples n", ""),
    PER_DIMENSION("-per-d", "training samples per dimension, n / d", "n / d"),
    PER_D_LOG_D("-per-d-log-d", "training samples over d log d, n / (d ln d)", "n / (d ln d)");

    private final String suffix;
    private final String axis;
    private final String words;

    Scaling(String suffix, String axis, String words) {
        this.suffix = suffix;
        this.axis = axis;
        this.words = words;
    }

    double of(double samples, double d) {
        return switch (this) {
            case SAMPLES -> samples;
            case PER_DIMENSION -> samples / d;
            case PER_D_LOG_D -> samples / (d * Math.log(d));
        };
    }

    String suffix() {
        return suffix;
    }

    String axis() {
        return axis;
    }

    @Override
    public String toString() {
        return words;
    }
}
