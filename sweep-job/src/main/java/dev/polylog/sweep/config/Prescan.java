package dev.polylog.sweep.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A look at the brackets, strings and comments of a text before it is parsed: refuses what would make the parser slow or
 * overflow its stack, and what it would pass over in silence, and remembers the lines of includes.
 */
final class Prescan {
    static final int MAX_NESTING = 20;
    static final int MAX_DOTS = 20;
    static final int MAX_KEYS = 10_000;
    static final int MAX_SEGMENT = 10_000;

    private final String text;
    private final String file;
    private final Problems problems;
    private final Map<String, Integer> includes = new HashMap<>();
    private final KeyTrail keys;
    private final StringBuilder segment = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private int at;
    private int line = 1;
    private int nesting;
    private int dots;
    private int keyCount;
    private boolean isRefused;

    private Prescan(String text, String file, Problems problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
        keys = new KeyTrail(file, problems);
    }

    /** The lines of the included names; nothing, and a problem, if the text must not be parsed. */
    static Optional<Map<String, Integer>> of(String text, String file, Problems problems) {
        Prescan scan = new Prescan(text, file, problems);
        while (scan.at < text.length() && !scan.isRefused) {
            scan.step();
        }
        scan.endValue();
        return scan.isRefused ? Optional.empty() : Optional.of(scan.includes);
    }

    private void step() {
        char next = text.charAt(at);
        if (next == '"') {
            string();
        } else if (next == '#' || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("${", at)) {
            refuse(
                    "Cannot substitute ${...}, a sweep file has no substitutions (expressions such as \"4 * d\" do that)");
        } else if (text.startsWith("+=", at)) {
            refuse("Cannot append with +=, a sweep file has no substitutions");
        } else {
            at++;
            character(next);
        }
    }

    private void character(char next) {
        switch (next) {
            case '\n' -> {
                line++;
                endValue();
            }
            case '{', '[', '(' -> {
                nesting++;
                if (nesting > MAX_NESTING) {
                    refuse("Cannot read " + file + ", brackets are nested deeper than " + MAX_NESTING + " levels");
                }
                count(next);
                if (next == '(') {
                    return;
                }
                if (next == '{' && !isBlank()) {
                    keys.key(written.toString(), line);
                }
                endSegment();
                keys.open(next);
            }
            case '}', ']', ')' -> {
                nesting--;
                if (next != ')') {
                    endValue();
                    keys.close();
                }
            }
            case '=', ':' -> {
                count(next);
                keys.key(written.toString(), line);
                endSegment();
            }
            case ',' -> endValue();
            default -> {
                checkVisible(next);
                extend(next);
                if (next == '.' && ++dots > MAX_DOTS) {
                    refuse("Invalid key: " + Problems.shown(segment.toString().strip()) + " (expected at most "
                            + MAX_DOTS + " dots)");
                }
            }
        }
    }

    /** Word processors and web pages leave characters behind that look like others, or like nothing. */
    private void checkVisible(char next) {
        if ("\u201c\u201d\u201e\u2018\u2019".indexOf(next) >= 0) {
            refuse("Cannot read " + file + ", it has a typographic quote " + next + " (expected \")");
        } else if (Character.getType(next) == Character.FORMAT || next == '\u00a0') {
            refuse(String.format(
                    "Cannot read %s, it has an invisible character, U+%04X (expected none outside of quotes)",
                    file, (int) next));
        }
    }

    private void string() {
        boolean multiline = text.startsWith("\"\"\"", at);
        int start = at + (multiline ? 3 : 1);
        int end = start;
        while (end < text.length() && !ends(end, multiline)) {
            end += !multiline && text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        String content = text.substring(start, end);
        if (segment.toString().strip().startsWith("include")) {
            includes.putIfAbsent(content, line);
        }
        extend('"');
        written.append(text, start, end).append('"');
        line += (int) content.chars().filter(c -> c == '\n').count();
        at = Math.min(text.length(), end + (multiline ? 3 : 1));
    }

    private boolean ends(int index, boolean multiline) {
        return multiline ? text.startsWith("\"\"\"", index) : text.charAt(index) == '"' || text.charAt(index) == '\n';
    }

    private void extend(char next) {
        segment.append(next);
        written.append(next);
        if (segment.length() > MAX_SEGMENT) {
            refuse("Cannot read " + file + ", a value is longer than " + MAX_SEGMENT + " characters");
        }
    }

    private void count(char next) {
        if (next != '[' && next != '(' && ++keyCount > MAX_KEYS) {
            refuse("Cannot read " + file + ", it has more than " + MAX_KEYS + " keys");
        }
    }

    /** A line, a comma or a bracket ends the value of the last key, if it has begun. */
    private void endValue() {
        if (!isBlank()) {
            keys.value();
        }
        endSegment();
    }

    private boolean isBlank() {
        return segment.toString().isBlank();
    }

    private void endSegment() {
        written.setLength(0);
        segment.setLength(0);
        dots = 0;
    }

    private void refuse(String message) {
        isRefused = true;
        problems.add(new SourcePosition(file, OptionalInt.of(line), ""), message);
    }
}
