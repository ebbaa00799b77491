package dev.polylog.sweep.app;

import com.github.luben.zstd.Zstd;
import dev.polylog.sweep.spark.Cluster;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say on which Spark a command runs, local or a cluster, and with which settings. */
final class ClusterOptions {
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|[0-9]{1,6})(?:,.*)?])?");

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

    /** The same as arguments of another command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (master != null) {
            arguments.addAll(List.of("--master", master));
        }
        settings.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
        return arguments;
    }

    /** Starts Spark, or finds the cluster, and says meanwhile that it does. */
    Cluster connect(PrintWriter out) {
        checkNativeLibraries();
        try (StageView stage = StageView.brief("Starting Spark", out)) {
            stage.at(Optional.ofNullable(master).orElse(""));
            return Cluster.connect(Optional.ofNullable(master), settings, ownJar());
        } catch (Exception e) {
            // Not only unchecked ones: Spark does not declare what it throws.
            LogFile.record(e);
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Cannot start Spark, " + e.getMessage() + " (the whole story is in " + LogFile.path() + ")");
        }
    }

    /** What unpacks and loads them would otherwise say so in the middle of a sweep. */
    private static void checkNativeLibraries() {
        try {
            Zstd.compressBound(1);
        } catch (LinkageError e) {
            LogFile.record(new IllegalStateException(e));
            String folder = System.getProperty("java.io.tmpdir");
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Cannot load native libraries from " + folder
                            + " (expected a folder that is not mounted with noexec and has room; another one is used with "
                            + "POLYLOG_JAVA_OPTS=-Djava.io.tmpdir=/some/folder)");
        }
    }

    /**
     * What runs may hold together where they will be trained. How many of them a cluster trains at once on an executor is known
     * only if {@code spark.executor.cores} is set.
     */
    MemoryLimit memoryLimit() {
        String url =
                Optional.ofNullable(master).or(() -> setting("spark.master")).orElse("local[*]");
        Matcher local = LOCAL.matcher(url);
        if (local.matches()) {
            return MemoryLimit.here(localCores(local.group(1)));
        }
        String memory = setting("spark.executor.memory").orElse("1g");
        int atOnce = setting("spark.executor.cores")
                .filter(cores -> cores.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        return new MemoryLimit(
                atOnce,
                executorBytes(memory),
                "an executor has",
                "give executors more with --conf spark.executor.memory=%s");
    }

    private static long executorBytes(String memory) {
        try {
            return Cluster.executorBytes(memory);
        } catch (NumberFormatException e) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Invalid spark.executor.memory: " + memory + " (expected a size such as 4g or 512m)");
        }
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    private static int localCores(@Nullable String cores) {
        if (cores == null) {
            return 1;
        }
        return cores.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(cores);
    }

    static Optional<String> ownJar() {
        CodeSource source = ClusterOptions.class.getProtectionDomain().getCodeSource();
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
