package dev.polylog.sweep.spark;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;

/** A connection to Spark: this machine by default, or whatever the master URL names. */
public final class Cluster implements AutoCloseable {
    /** Ten years. */
    private static final String FOREVER = "3650d";

    private final SparkSession session;

    private Cluster(SparkSession session) {
        this.session = session;
    }

    /**
     * Connects.
     *
     * @param master master URL; if absent, what spark-submit chose, else all cores of this machine
     * @param settings further Spark settings, which win
     * @param jar this program, for executors elsewhere; absent if Spark has it already
     */
    public static Cluster connect(Optional<String> master, Map<String, String> settings, Optional<String> jar) {
        return new Cluster(
                SparkSession.builder().config(conf(master, settings, jar)).getOrCreate());
    }

    static SparkConf conf(Optional<String> master, Map<String, String> settings, Optional<String> jar) {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "polylog");
        master.ifPresent(conf::setMaster);
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.set("spark.plugins", ProgressPlugin.class.getName());
        conf.set("spark.speculation", "false");
        conf.set("spark.executorEnv.OPENBLAS_NUM_THREADS", "1");
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.sql.runSQLOnFiles", "false");
        conf.setIfMissing("spark.sql.jsonGenerator.ignoreNullFields", "false");
        conf.setIfMissing("spark.sql.catalogImplementation", "in-memory");
        conf.setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/polylog-no-warehouse");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        } else {
            jar.ifPresent(path -> conf.setIfMissing("spark.jars", path));
        }
        if (isThisProcess(conf.get("spark.master"))) {
            // A laptop that slept for minutes would be told that its only executor, which is this process, is dead.
            conf.setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", FOREVER);
            conf.setIfMissing("spark.executor.heartbeat.maxFailures", Integer.toString(Integer.MAX_VALUE));
        }
        settings.forEach(conf::set);
        return conf;
    }

    private static boolean isThisProcess(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    /** The bytes that Spark gives an executor for a text such as {@code 4g}; a bare number counts megabytes. */
    public static long executorBytes(String size) {
        return JavaUtils.byteStringAsMb(size) << 20;
    }

    /** Tasks that run at once. */
    public int cores() {
        return session.sparkContext().defaultParallelism();
    }

    public String master() {
        return session.sparkContext().master();
    }

    JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    SparkSession session() {
        return session;
    }

    @Override
    public void close() {
        session.stop();
    }
}
