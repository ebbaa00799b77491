package dev.polylog.sweep.format;

import java.util.Locale;

/** Writes numbers that are scaled to a unit of fitting size. Texts do not depend on the locale of the machine. */
public final class Units {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final String[] FLOPS = {"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP"};

    private Units() {}

    /** Such as {@code 45 s}, {@code 3 min 20 s}, {@code 5 h 12 min}, {@code 3 d 4 h}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        if (whole < 86_400) {
            return whole / 3600 + " h " + whole % 3600 / 60 + " min";
        }
        return whole / 86_400 + " d " + whole % 86_400 / 3600 + " h";
    }

    /** Such as {@code 3.2 GB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, BYTES);
    }

    /** Such as {@code 1.5 TFLOP}. */
    public static String flops(double flops) {
        return scaled(flops, FLOPS);
    }

    /** To three digits; what would be rounded up to 1000 is already one of the next unit. */
    private static String scaled(double number, String[] units) {
        int unit = 0;
        double value = number;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
    }

    /** To three digits, in few characters, such as {@code 0.25}, {@code 19.7k} or {@code 3.02M}. */
    public static String brief(double value) {
        int prefix = 0;
        double scaled = value;
        while (Math.abs(scaled) >= 999.5 && prefix < PREFIXES.length - 1) {
            scaled /= 1000;
            prefix++;
        }
        if (prefix == 0 && scaled == Math.rint(scaled)) {
            return String.format(Locale.ROOT, "%.0f", scaled);
        }
        int decimals = Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f%s", scaled, PREFIXES[prefix]);
    }

    /** Seconds to three digits, such as {@code 0.25 s} or {@code 19.7k s}; a dash if they are not finite. */
    public static String seconds(double value) {
        return Double.isFinite(value) ? brief(value) + " s" : Numerals.NONE;
    }
}
