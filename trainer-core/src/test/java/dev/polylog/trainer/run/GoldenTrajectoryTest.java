package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.task.InputLaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A short trajectory, bit for bit. A change of these digests without a new numerics version breaks every store.
 *
 * <p>The products depend on the library and the processor family, so there is one entry for each probe of the numerics
 * fingerprint that has been recorded. On a machine with another probe the law is that two runs agree.
 */
class GoldenTrajectoryTest {
    private static final Map<String, List<String>> DIGESTS = Map.of(
            // OpenBLAS kernels for Haswell and Zen
            "192c36bd", List.of("88d2cd8cf6f250b9", "902cabdbc2653ab3", "49ef2a727f58b033"),
            // the same with two threads or more
            "af6d6a5c", List.of("c746bfb6b7edfc2c", "f98b42692ea0dfc4", "b211ff64c2dffd91"),
            // OpenBLAS kernels for Skylake-X
            "4758bbcd", List.of("58a8cd95c3480730", "495fd6a85416a94a", "0a48ae32d3586176"),
            // OpenBLAS kernels for Cooper Lake
            "051fb86c", List.of("37f71d3f987052e3", "b85e7143c85f929f", "4491afc50901743a"));

    @Test
    void trajectoriesAreTheSameForEver() {
        List<String> actual = digests();
        String fingerprint = Numerics.fingerprint();
        String probe = fingerprint.substring(fingerprint.lastIndexOf(' ') + 1);
        assertThat(actual)
                .as("Digests for the probe %s", probe)
                .isEqualTo(DIGESTS.containsKey(probe) ? DIGESTS.get(probe) : digests())
                .doesNotHaveDuplicates();
    }

    private static List<String> digests() {
        return List.of(
                Specs.trajectoryDigest(new InputLaw.Gaussian()),
                Specs.trajectoryDigest(new InputLaw.BooleanCube()),
                Specs.projectedDigest());
    }
}
