package dev.polylog.sweep.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in a sweep file: where a value came from and its key. */
record SourcePosition(String file, OptionalInt line, String path) {
    static final String OVERRIDE = "--set";

    private static final Pattern MERGED = Pattern.compile("merge of (.*?): (\\d+)(?:-\\d+)?,.*", Pattern.DOTALL);

    SourcePosition {
        if (file.startsWith(OVERRIDE)) {
            file = OVERRIDE;
            line = OptionalInt.empty();
        }
    }

    static SourcePosition ofFile(String file) {
        return new SourcePosition(file, OptionalInt.empty(), "");
    }

    static SourcePosition of(ConfigValue value, String path) {
        return of(value.origin()).at(path);
    }

    static SourcePosition of(ConfigOrigin origin) {
        String description = origin.description();
        if (description.startsWith("atPath(") || description.startsWith("merge of atPath(")) {
            return ofFile(OVERRIDE);
        }
        Matcher merged = MERGED.matcher(description);
        if (merged.matches()) {
            return new SourcePosition(merged.group(1), OptionalInt.of(Integer.parseInt(merged.group(2))), "");
        }
        int line = origin.lineNumber();
        return line < 0
                ? ofFile(description)
                : new SourcePosition(description.replaceFirst(": \\d+(-\\d+)?$", ""), OptionalInt.of(line), "");
    }

    SourcePosition at(String key) {
        return new SourcePosition(file, line, key);
    }

    /** This position's key followed by another. */
    SourcePosition child(ConfigValue value, String key) {
        return of(value, path.isEmpty() ? key : path + "." + key);
    }

    Problem problem(String message) {
        return new Problem(file, line, path, message);
    }
}
