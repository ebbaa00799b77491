package dev.polylog.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    private static final String SILENCE = "spark.storage.blockManagerHeartbeatTimeoutMs";
    private static final String FAILURES = "spark.executor.heartbeat.maxFailures";

    private static SparkConf conf(String master, Map<String, String> settings) {
        return Cluster.conf(Optional.of(master), settings, Optional.empty());
    }

    /** Spark ends a process that was silent for two minutes, ten minutes after it woke up. */
    @Test
    void aMachineThatSleepsDoesNotLoseItself() {
        SparkConf local = conf("local[*]", Map.of());
        assertThat(local.getTimeAsSeconds(SILENCE)).isGreaterThan(100_000_000);
        assertThat(local.getInt(FAILURES, 0)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark://host:7077", "local-cluster[2,1,1024]"})
    void executorsElsewhereThatAreSilentAreDead(String master) {
        SparkConf elsewhere = conf(master, Map.of());
        assertThat(elsewhere.contains(SILENCE)).isFalse();
        assertThat(elsewhere.contains(FAILURES)).isFalse();
    }

    @Test
    void settingsWin() {
        assertThat(conf("local[2]", Map.of(FAILURES, "5")).getInt(FAILURES, 0)).isEqualTo(5);
    }
}
