package dev.polylog.sweep.app;

import dev.polylog.sweep.spark.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs. */
final class ClusterOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, such as local[4] or spark://host:7077. Default: all cores of this machine.")
    private @Nullable String master;

    @Option(
            names = "--conf",
            paramLabel = "key=value",
            description = "A setting for Spark, such as spark.executor.memory=4g; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    Cluster connect() {
        try {
            return Cluster.connect(Optional.ofNullable(master), settings, ownJar());
        } catch (Exception e) {
            // Not only unchecked ones: Spark does not declare what it throws.
            LogFile.record(e);
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Cannot start Spark, " + e.getMessage() + " (the whole story is in " + LogFile.path() + ")");
        }
    }

    private static Optional<String> ownJar() {
        CodeSource source = Polylog.class.getProtectionDomain().getCodeSource();
        try {
            return Optional.ofNullable(source)
                    .map(CodeSource::getLocation)
                    .filter(location -> location.getPath().endsWith(".jar"))
                    .map(location -> Path.of(URI.create(location.toString())).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
