package dev.polylog.sweep.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.Map;
import java.util.Optional;

/** Parses text as HOCON with problems instead of exceptions. */
final class Sources {
    private Sources() {}

    /** The object, empty if the text cannot be parsed. */
    static ConfigObject parse(String text, String name, Refusal includer, Problems problems) {
        Optional<Map<String, Integer>> includes = Prescan.of(text, name, problems);
        if (includes.isEmpty()) {
            return ConfigFactory.empty().root();
        }
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF)
                .setOriginDescription(name)
                .setIncluder(includer.in(name, includes.get()));
        try {
            return ConfigFactory.parseString(text, options).root();
        } catch (ConfigException e) {
            problems.add(position(e, name), "Cannot parse " + name + ", " + reason(e));
        } catch (StackOverflowError e) {
            problems.add(SourcePosition.ofFile(name), "Cannot parse " + name + ", it is nested too deeply");
        }
        return ConfigFactory.empty().root();
    }

    private static SourcePosition position(ConfigException e, String name) {
        return e.origin() == null ? SourcePosition.ofFile(name) : SourcePosition.of(e.origin());
    }

    /** The library's message without the place in front and the advice about substitutions behind. */
    private static String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        String origin = e.origin() == null ? "" : e.origin().description() + ": ";
        String bare = message.startsWith(origin) ? message.substring(origin.length()) : message;
        return bare.replaceFirst("(?s) \\((if you|Reserved|to ).*", "");
    }
}
