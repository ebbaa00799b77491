package dev.polylog.trainer.expression;

/**
 * The probabilists' Hermite polynomial {@code He_n}: {@code He_0 = 1}, {@code He_1 = x} and
 * {@code He_(n+1) = x He_n - n He_(n-1)}. Under standard normal x, {@code E He_m He_n} is n! where m = n, else 0.
 *
 * @param n 0 to {@value #MOST}
 */
record Hermite(int n) {
    static final int MOST = 10;

    double value(double x) {
        double before = 0;
        double last = 1;
        for (int i = 0; i < n; i++) {
            double next = x * last - i * before;
            before = last;
            last = next;
        }
        return last;
    }

    /**
     * A range that holds its values: by the recurrence with all signs positive, {@code |He_n(x)| <= B_n(|x|)}. All roots
     * are below {@code 2 sqrt(n)}, so an even polynomial is positive from there on.
     */
    Interval range(Interval x) {
        if (n == 0) {
            return Interval.of(1);
        }
        double bound = bound(Math.max(Math.abs(x.low()), Math.abs(x.high())));
        boolean isLow = bound == Double.POSITIVE_INFINITY && n % 2 == 0;
        return Interval.of(isLow ? -bound(2 * Math.sqrt(n)) : -bound, bound);
    }

    private double bound(double x) {
        double before = 0;
        double last = 1;
        for (int i = 0; i < n; i++) {
            double next = x * last + i * before;
            before = last;
            last = next;
        }
        return last;
    }
}
