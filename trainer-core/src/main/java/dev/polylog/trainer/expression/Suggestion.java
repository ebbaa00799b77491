package dev.polylog.trainer.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelt one probably stands for. */
public final class Suggestion {
    private static final int MAX_LENGTH = 60;

    private Suggestion() {}

    /** {@code " (did you mean width?)"}, or nothing if no word is near. */
    public static String of(String word, Collection<String> known) {
        return nearest(word, known)
                .map(found -> " (did you mean " + found + "?)")
                .orElse("");
    }

    /** The known word that is nearest, if one is near. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String normal = normal(word);
        int nearest = Math.max(1, word.length() / 3) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : known) {
            String other = normal(candidate);
            int distance = normal.length() >= 3 && other.startsWith(normal) ? 1 : distance(normal, other);
            if (distance < nearest) {
                nearest = distance;
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Edits that turn one word into the other; swapping two neighbours is one edit. */
    private static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int substitution = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(substitution, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
