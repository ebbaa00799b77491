package dev.polylog.sweep.report.figure;

/**
 * The field along which cells are compared.
 *
 * @param name its column, which is also that of data files
 * @param title of an axis of figures, such as {@code dimension d}
 * @param nothing how the value is written that is no number, such as {@code infinite}
 */
public record AlongAxis(String name, String title, String nothing) {
    public static final AlongAxis DIMENSION = new AlongAxis("d", "dimension d", "none");

    /** A value in data files: a number, or the word for none. */
    Object value(double x) {
        return Double.isNaN(x) ? nothing : x;
    }
}
