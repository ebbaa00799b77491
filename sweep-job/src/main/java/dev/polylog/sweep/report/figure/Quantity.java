package dev.polylog.sweep.report.figure;

/** The quantities that learning curves can show, one number a checkpoint. */
public enum Quantity {
    TEST_ERROR("test error", "test error (share misclassified)"),
    TEST_LOSS("test loss", "test loss (mean)");

    private final String words;
    private final String axis;

    Quantity(String words, String axis) {
        this.words = words;
        this.axis = axis;
    }

    String axis() {
        return axis;
    }

    String id() {
        return words.replace(' ', '-');
    }

    @Override
    public String toString() {
        return words;
    }
}
