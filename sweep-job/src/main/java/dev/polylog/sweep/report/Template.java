package dev.polylog.sweep.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places in double braces, which values fill; what looks like a place inside of a value stays as it is. */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /**
     * The text with its values.
     *
     * @param values markup by the name of its place
     * @throws IllegalStateException if a place has no value
     */
    String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int after = 0;
        while (place.find()) {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("Cannot fill " + place.group() + ", it has no value");
            }
            filled.append(text, after, place.start()).append(value);
            after = place.end();
        }
        return filled.append(text, after, text.length()).toString();
    }
}
