package dev.polylog.trainer.observe;

/**
 * Pearson's correlation of pairs that come one after the other.
 *
 * <p>Reference: Welford, "Note on a method for calculating corrected sums of squares and products", 1962.
 */
final class Correlation {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void clear() {
        count = 0;
        meanX = 0;
        meanY = 0;
        squaresX = 0;
        squaresY = 0;
        products = 0;
    }

    void add(double x, double y) {
        count++;
        double deltaX = x - meanX;
        double deltaY = y - meanY;
        meanX += deltaX / count;
        meanY += deltaY / count;
        squaresX += deltaX * (x - meanX);
        squaresY += deltaY * (y - meanY);
        products += deltaX * (y - meanY);
    }

    /** Between -1 and 1; not a number where x or y is constant, or before the first pair. */
    double value() {
        return squaresX > 0 && squaresY > 0 ? products / Math.sqrt(squaresX * squaresY) : Double.NaN;
    }
}
