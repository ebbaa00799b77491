package dev.polylog.sweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where each key of a text has its value. The parser lets the last of two values win without a word, which is right for a file
 * that includes another and a slip of the pen within one. Objects of one key are united, and that is no slip.
 */
final class KeyTrail {
    private static final List<String> NOWHERE = List.of();

    private final String file;
    private final Problems problems;
    private final Map<List<String>, Place> places = new HashMap<>();
    private final Deque<List<String>> open = new ArrayDeque<>();
    private List<String> key = NOWHERE;
    private int keyLine;
    private int elements;

    /** Where a key is set for the first time, and whether to an object. */
    private record Place(int line, boolean isObject) {}

    KeyTrail(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A key, as it is written, whose value comes next. */
    void key(String written, int line) {
        key = NOWHERE;
        keyLine = line;
        try {
            List<String> path = new ArrayList<>(prefix());
            path.addAll(ConfigUtil.splitPath(written.strip()));
            key = path;
        } catch (ConfigException e) {
            // No key at all: the parser says so.
        }
    }

    /** A bracket: the value of the last key, or an element of a list, has parts. */
    void open(char bracket) {
        List<String> inside = key;
        if (inside.isEmpty()) {
            inside = new ArrayList<>(prefix());
            inside.add("[" + elements++ + "]");
        } else if (bracket == '{') {
            set(true);
        } else {
            value();
        }
        open.push(inside);
        key = NOWHERE;
    }

    /** The bracket that closes the last one. */
    void close() {
        open.poll();
        key = NOWHERE;
    }

    /** A value that has no parts, or is a list. */
    void value() {
        if (!key.isEmpty()) {
            set(false);
            key = NOWHERE;
        }
    }

    private void set(boolean toObject) {
        Place first = places.get(key);
        if (first == null) {
            places.put(key, new Place(keyLine, toObject));
        } else if (!toObject || !first.isObject) {
            refuse(first.line);
        }
    }

    private void refuse(int first) {
        String path = String.join(".", key);
        problems.add(
                new SourcePosition(file, OptionalInt.of(keyLine), path),
                "Invalid " + Problems.shown(path) + ": set twice (expected once; it is also set in line " + first
                        + ")");
    }

    private List<String> prefix() {
        return open.isEmpty() ? NOWHERE : open.peek();
    }
}
