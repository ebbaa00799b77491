package dev.polylog.sweep.app;

import dev.polylog.trainer.cache.CacheFolder;
import org.slf4j.LoggerFactory;

/** Where libraries say what they have to say. */
final class LogFile {
    private static final String CONFIGURATION = "log4j2.configurationFile";
    private static final String FILE = "polylog.log";

    private LogFile() {}

    /** Sends logs to the file, unless whoever started this JVM has configured logging. Before any logger is made. */
    static void use() {
        if (System.getProperty(FILE) == null) {
            System.setProperty(FILE, CacheFolder.locate().resolve("polylog.log").toString());
        }
        if (System.getProperty(CONFIGURATION) == null && System.getenv("SPARK_ENV_LOADED") == null) {
            System.setProperty(CONFIGURATION, "polylog-log4j2.properties");
        }
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    }

    static String path() {
        return System.getProperty(FILE, "the log");
    }

    static void record(Throwable e) {
        LoggerFactory.getLogger(LogFile.class).error("Command failed", e);
    }
}
