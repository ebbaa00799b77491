package dev.polylog.sweep.report.figure;

import java.util.Locale;

/** Numbers in few characters. */
final class Numbers {
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P"};

    private Numbers() {}

    /** To three digits, such as {@code 19.7k} or {@code 3.02M}. */
    static String brief(double value) {
        int unit = 0;
        double scaled = value;
        while (Math.abs(scaled) >= 999.5 && unit < UNITS.length - 1) {
            scaled /= 1000;
            unit++;
        }
        if (unit == 0 && scaled == Math.rint(scaled)) {
            return String.format(Locale.ROOT, "%.0f", scaled);
        }
        int decimals = Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f%s", scaled, UNITS[unit]);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Seconds to three digits. */
    static String seconds(double value) {
        return Double.isFinite(value) ? brief(value) + " s" : "–";
    }
}
