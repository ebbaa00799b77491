package dev.polylog.sweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values from the command line, {@code path=value}; they win over the file. */
final class Overrides {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)?");
    private static final String KEY = "value";

    private Overrides() {}

    static Config apply(Config file, List<String> overrides, Problems problems) {
        Config result = file;
        for (String override : overrides) {
            result = apply(result, override, problems);
        }
        return result;
    }

    private static Config apply(Config file, String override, Problems problems) {
        SourcePosition position = SourcePosition.ofFile(SourcePosition.OVERRIDE);
        int equals = override.indexOf('=');
        String path = equals < 0 ? "" : override.substring(0, equals).strip();
        if (!PATH.matcher(path).matches()) {
            problems.add(
                    position,
                    "Invalid override: " + Problems.shown(override) + " (expected path=value, such as run.width=128)");
            return file;
        }
        int before = problems.count();
        ConfigObject parsed = Sources.parse(
                KEY + " = " + override.substring(equals + 1),
                SourcePosition.OVERRIDE + " " + Problems.shown(override),
                new Refusal(problems, SourcePosition.OVERRIDE, Map.of()),
                problems);
        ConfigValue value = parsed.get(KEY);
        if (problems.count() > before) {
            return file;
        }
        if (value == null || parsed.size() != 1) {
            problems.add(
                    position.at(path), "Invalid " + path + ": " + Problems.shown(override) + " (expected one value)");
            return file;
        }
        Config without = path.contains(".") ? file.withoutPath(path) : file;
        return value.atPath(path).withFallback(without);
    }
}
