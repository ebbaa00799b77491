package dev.polylog.sweep.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What groups of cells have to say, the same sentence once. */
final class Sentences {
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private int said;

    /** Adds a group with its sentences. */
    Sentences add(String group, List<String> sentences) {
        said++;
        sentences.forEach(sentence ->
                groups.computeIfAbsent(sentence, first -> new ArrayList<>()).add(group));
        return this;
    }

    /** Paragraphs: what all groups say, without their names; then what some say, under these. */
    List<String> paragraphs() {
        List<String> common = new ArrayList<>();
        Map<String, List<String>> named = new LinkedHashMap<>();
        groups.forEach((sentence, names) -> {
            if (names.size() == said) {
                common.add(sentence);
            } else {
                named.computeIfAbsent(String.join(" and ", names), first -> new ArrayList<>())
                        .add(sentence);
            }
        });
        List<String> paragraphs = new ArrayList<>();
        if (!common.isEmpty()) {
            paragraphs.add((said > 1 ? "In each of " + said + " groups: " : "") + String.join(" ", common));
        }
        named.forEach((names, sentences) -> paragraphs.add(names + ": " + String.join(" ", sentences)));
        return paragraphs;
    }
}
