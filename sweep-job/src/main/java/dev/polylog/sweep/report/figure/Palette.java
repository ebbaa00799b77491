package dev.polylog.sweep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colours that people with any colour vision tell apart, on white and on dark grounds.
 *
 * <p>The distinct ones are those of Okabe and Ito (Color Universal Design, 2008) without black and yellow, each of which
 * vanishes on one of the grounds.
 */
final class Palette {
    static final String BLUE = "#0072B2";
    static final String VERMILLION = "#D55E00";
    static final String GREEN = "#009E73";
    static final String PURPLE = "#CC79A7";
    static final String SKY = "#56B4E9";
    static final String ORANGE = "#E69F00";
    static final String GREY = "#7F7F7F";

    private static final List<String> DISTINCT = List.of(BLUE, VERMILLION, GREEN, PURPLE, SKY, ORANGE, GREY);

    /** From dark to light, so that the order survives without hue. */
    private static final int[][] RAMP = {{66, 88, 190}, {34, 116, 190}, {22, 148, 150}, {72, 178, 100}, {186, 188, 40}};

    private Palette() {}

    /** Colours for the lines of a figure: a ramp if their names are numbers, else distinct ones. */
    static List<String> of(List<String> names) {
        return names.stream().allMatch(Palette::isNumber) ? ramp(names.size()) : distinct(names.size());
    }

    private static boolean isNumber(String name) {
        return name.matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }

    static List<String> distinct(int count) {
        List<String> colours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            colours.add(DISTINCT.get(i % DISTINCT.size()));
        }
        return colours;
    }

    private static List<String> ramp(int count) {
        List<String> colours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double place = count == 1 ? 1 : (RAMP.length - 1.0) * i / (count - 1);
            int below = Math.min((int) place, RAMP.length - 2);
            double share = place - below;
            StringBuilder colour = new StringBuilder("#");
            for (int channel = 0; channel < 3; channel++) {
                long value = Math.round(RAMP[below][channel] * (1 - share) + RAMP[below + 1][channel] * share);
                colour.append(String.format(Locale.ROOT, "%02x", value));
            }
            colours.add(colour.toString());
        }
        return colours;
    }
}
