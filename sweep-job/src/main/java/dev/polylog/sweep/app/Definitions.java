package dev.polylog.sweep.app;

import java.util.ArrayList;
import java.util.List;

/** A list of words, each with what it means to the right of it. */
final class Definitions {
    private static final String INDENT = "  ";
    private static final int FEW_COLUMNS = 60;

    private record Definition(String word, String meaning) {}

    private final List<Definition> definitions = new ArrayList<>();

    void add(String word, String meaning) {
        definitions.add(new Definition(word, meaning));
    }

    boolean isEmpty() {
        return definitions.isEmpty();
    }

    /**
     * Lines in a number of columns; a word that takes more than a third of them has a line of its own, and where there are few
     * every word has.
     */
    List<String> lines(int columns) {
        int most = columns < FEW_COLUMNS ? INDENT.length() : columns / 3;
        int width = definitions.stream()
                .mapToInt(definition -> definition.word().length())
                .filter(length -> length <= most)
                .max()
                .orElse(most);
        String margin = " ".repeat(width + 2 * INDENT.length());
        List<String> lines = new ArrayList<>();
        for (Definition definition : definitions) {
            List<String> meaning = Paragraph.wrap(definition.meaning(), columns - margin.length());
            String word = INDENT + definition.word();
            boolean isShort = definition.word().length() <= width;
            lines.add(isShort ? (word + margin.substring(word.length()) + meaning.get(0)).stripTrailing() : word);
            meaning.stream().skip(isShort ? 1 : 0).forEach(line -> lines.add(margin + line));
        }
        return lines;
    }
}
