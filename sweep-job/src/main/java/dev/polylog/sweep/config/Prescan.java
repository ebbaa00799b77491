package dev.polylog.sweep.config;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A look at the brackets, strings and comments of a text before it is parsed: refuses what would make the parser slow or
 * overflow its stack, and remembers the lines of includes.
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
    private final StringBuilder segment = new StringBuilder();
    private int at;
    private int line = 1;
    private int nesting;
    private int dots;
    private int keys;

    private Prescan(String text, String file, Problems problems) {
        this.text = text;
        this.file = file;
        this.problems = problems;
    }

    /** The lines of the included names; problems that forbid parsing are added to {@code problems}. */
    static Map<String, Integer> of(String text, String file, Problems problems) {
        Prescan scan = new Prescan(text, file, problems);
        int before = problems.count();
        while (scan.at < text.length() && problems.count() == before) {
            scan.step();
        }
        return scan.includes;
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
                endSegment();
            }
            case '{', '[', '(' -> {
                nesting++;
                if (nesting > MAX_NESTING) {
                    refuse("Cannot read " + file + ", brackets are nested deeper than " + MAX_NESTING + " levels");
                }
                count(next);
                if (next != '(') {
                    endSegment();
                }
            }
            case '}', ']', ')' -> {
                nesting--;
                if (next != ')') {
                    endSegment();
                }
            }
            case '=', ':' -> {
                count(next);
                endSegment();
            }
            case ',' -> endSegment();
            default -> {
                extend(next);
                if (next == '.' && ++dots > MAX_DOTS) {
                    refuse("Invalid key: " + Problems.shown(segment.toString().strip()) + " (expected at most "
                            + MAX_DOTS + " dots)");
                }
            }
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
        line += (int) content.chars().filter(c -> c == '\n').count();
        at = Math.min(text.length(), end + (multiline ? 3 : 1));
    }

    private boolean ends(int index, boolean multiline) {
        return multiline ? text.startsWith("\"\"\"", index) : text.charAt(index) == '"' || text.charAt(index) == '\n';
    }

    private void extend(char next) {
        segment.append(next);
        if (segment.length() > MAX_SEGMENT) {
            refuse("Cannot read " + file + ", a value is longer than " + MAX_SEGMENT + " characters");
        }
    }

    private void count(char next) {
        if (next != '[' && next != '(' && ++keys > MAX_KEYS) {
            refuse("Cannot read " + file + ", it has more than " + MAX_KEYS + " keys");
        }
    }

    private void endSegment() {
        segment.setLength(0);
        dots = 0;
    }

    private void refuse(String message) {
        problems.add(new SourcePosition(file, OptionalInt.of(line), ""), message);
    }
}
