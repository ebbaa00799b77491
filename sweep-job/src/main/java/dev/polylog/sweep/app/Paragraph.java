package dev.polylog.sweep.app;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a limited length. Words stay whole, if need be on a line that is too long. */
final class Paragraph {
    private Paragraph() {}

    /** Lines of words; the first begins with the spaces of the text, the others with an indent. */
    static List<String> wrap(String text, int columns, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(
                text.substring(0, text.length() - text.stripLeading().length()));
        for (String word : text.strip().split(" +", -1)) {
            if (!line.toString().isBlank() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            } else if (!line.toString().isBlank()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static List<String> wrap(String text, int columns) {
        return wrap(text, columns, "");
    }

    /** A command that a shell still takes as one: lines but the last end with a backslash. */
    static List<String> command(String text, int columns, String indent) {
        List<String> lines = wrap(text, columns - 2 - indent.length(), "    ");
        List<String> continued = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            continued.add(indent + lines.get(i) + (i < lines.size() - 1 ? " \\" : ""));
        }
        return continued;
    }
}
