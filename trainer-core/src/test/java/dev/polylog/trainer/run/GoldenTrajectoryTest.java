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
            "192c36bd", List.of("cbf3ad6f5c2cb552", "d636b53bd64b166d", "d384d6e9da26d1ed", "0ede9e2f7edd5c49"),
            // the same with two threads or more
            "af6d6a5c", List.of("11cf3f29fe0d094d", "9a8823d0bf225cb0", "ca50e853d8874381", "0ede9e2f7edd5c49"),
            // OpenBLAS kernels for Skylake-X
            "4758bbcd", List.of("3a8d3d76730c364a", "9f82b869138f6de2", "b5ce30b4bedd07ff", "41a7d273fcdd5322"),
            // OpenBLAS kernels for Cooper Lake
            "051fb86c", List.of("5994565e74791d48", "09909b02e64830ed", "4b3328bbd3b2ff24", "41a7d273fcdd5322"));

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
                Specs.projectedDigest(),
                Specs.bitpackedDigest());
    }
}
