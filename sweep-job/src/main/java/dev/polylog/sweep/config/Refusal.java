package dev.polylog.sweep.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.Map;
import java.util.OptionalInt;

/** Refuses every form of include. All four interfaces: the library goes its own way for each one that is missing. */
class Refusal implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    final Problems problems;
    final String file;
    final Map<String, Integer> lines;

    Refusal(Problems problems, String file, Map<String, Integer> lines) {
        this.problems = problems;
        this.file = file;
        this.lines = lines;
    }

    /** The same rule inside a text whose includes are on these lines. */
    Refusal in(String name, Map<String, Integer> includes) {
        return new Refusal(problems, name, includes);
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String name) {
        return refuse(name, "Cannot include " + name + ", includes are not allowed here");
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File path) {
        return refuse(path.toString(), "Cannot include file(" + path + "), only include \"other.conf\" is allowed");
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL url) {
        return refuse(url.toString(), "Cannot include url(" + url + "), only include \"other.conf\" is allowed");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String resource) {
        return refuse(resource, "Cannot include classpath(" + resource + "), only include \"other.conf\" is allowed");
    }

    ConfigObject refuse(String name, String message) {
        problems.add(position(name), message);
        return ConfigFactory.empty().root();
    }

    private SourcePosition position(String name) {
        OptionalInt line = lines.entrySet().stream()
                .filter(include -> include.getKey().replace("/", "").equals(name.replace("/", "")))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
        return new SourcePosition(file, line, "include");
    }
}
