package dev.polylog.sweep.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as HTML, in which the formulas that are known by name are typeset and no line ends between a number and its interval. Text
 * only gets in escaped.
 */
final class Typesetter {
    /** An estimate with an interval in brackets, and its name. */
    private static final String ESTIMATE =
            "(?:(?<![\\w.])(?<name>[A-Za-z]+[0-9]?) = )?(?<number>[-+−]?[0-9][0-9.,]*(?:e[-+]?[0-9]+)? ?%? \\([^()]{1,60}?[0-9] ?%?\\))";

    /** A hyphen that stands for a minus sign. */
    private static final Pattern MINUS = Pattern.compile("(?<![\\w.)/-])-(?=[0-9])");

    /** No part of a longer formula or word. */
    private static final String BEFORE = "(?<![\\w.^*/+])";

    private static final String AFTER = "(?![\\w^*(])";

    private final Pattern pieces;

    /** @param formulas that are typeset wherever they stand in the text */
    Typesetter(Collection<String> formulas) {
        String known = formulas.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        pieces = Pattern.compile("(?<estimate>" + ESTIMATE + ")"
                + (known.isEmpty() ? "" : "|" + BEFORE + "(?<formula>" + known + ")" + AFTER));
    }

    /** Markup of a text. */
    String markup(String words) {
        String text = MINUS.matcher(words).replaceAll("−");
        StringBuilder markup = new StringBuilder();
        Matcher piece = pieces.matcher(text);
        int after = 0;
        while (piece.find()) {
            markup.append(Html.escaped(text.substring(after, piece.start()))).append(markup(piece));
            after = piece.end();
        }
        return markup.append(Html.escaped(text.substring(after))).toString();
    }

    private static String markup(Matcher piece) {
        if (piece.group("estimate") == null) {
            return formula(piece.group());
        }
        String name = piece.group("name");
        return "<span class=\"value\">" + (name == null ? "" : formula(name) + " = ")
                + Html.escaped(piece.group("number")) + "</span>";
    }

    private static String formula(String text) {
        return MathMarkup.of(text).orElseGet(() -> Html.escaped(text));
    }
}
