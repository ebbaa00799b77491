package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.task.InputLaw;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short trajectory, bit for bit. A change of these digests without a new numerics version breaks every store.
 *
 * <p>The products depend on the library and the processor family, so there is one entry for each probe of the numerics
 * fingerprint that has been recorded. On a machine with another probe the law is that two runs agree, and the output says so.
 */
class GoldenTrajectoryTest {
    private static final Map<String, List<String>> DIGESTS = Map.of(
            // OpenBLAS kernels for Haswell and Zen
            "192c36bd",
                    List.of(
                            "2ad389809ef04017",
                            "8f005dbc0fab714c",
                            "71a6c17b28e22f00",
                            "37ef301f1f0758dc",
                            "cc5932012509315a",
                            "071dca6f9b62bb03",
                            "38dd0b8bc5cfad46",
                            "b899b09d8f6e75dc",
                            "e7c357312383e80c",
                            "aabe06682ac76604",
                            "c43fb0e8ad62cbcd"),
            // the same with two threads or more
            "af6d6a5c",
                    List.of(
                            "c5c5d289d59ae71e",
                            "fa091c8b0413654d",
                            "e182c9a270032da5",
                            "37ef301f1f0758dc",
                            "cc5932012509315a",
                            "071dca6f9b62bb03",
                            "38dd0b8bc5cfad46",
                            "fe22bb6897f3355a",
                            "e7c357312383e80c",
                            "aabe06682ac76604",
                            "c43fb0e8ad62cbcd"),
            // OpenBLAS kernels for Skylake-X
            "4758bbcd",
                    List.of(
                            "91b68f08c1cdf9d2",
                            "d948b193c5d69b1a",
                            "e2c20122450abb82",
                            "999af7577ac77c88",
                            "bb011ee77fe23658",
                            "4020e85e81fe11a4",
                            "a33fb59106574e81",
                            "13929bb8a9ccdfe2",
                            "ff03f2fe12ecf6a1",
                            "d3f4fa3537a654ec",
                            "8205a1a20f7fc6e6"),
            // OpenBLAS kernels for Cooper Lake
            "051fb86c",
                    List.of(
                            "4bf34e1e51472eb4",
                            "48d9a774916de036",
                            "5fadf10d5190ea85",
                            "999af7577ac77c88",
                            "bb011ee77fe23658",
                            "4020e85e81fe11a4",
                            "a33fb59106574e81",
                            "e39b7b894f058e6f",
                            "ff03f2fe12ecf6a1",
                            "d3f4fa3537a654ec",
                            "8205a1a20f7fc6e6"));

    /** Kernels of OpenBLAS that x86-64 processors have in common, with those that need AVX-512 last. */
    static List<String> families() {
        return List.of("Haswell", "SkylakeX");
    }

    @Test
    void trajectoriesAreTheSameForEver() {
        check(probe(Numerics.fingerprint()), digests(), "this machine");
    }

    /** OpenBLAS takes the kernels that it is told to, unless the processor cannot run them. */
    @ParameterizedTest
    @MethodSource("families")
    void bothFamiliesOfKernelsHaveTheirTrajectories(String family) throws IOException, InterruptedException {
        String output = ChildProcess.run(Child.class, Map.of("OPENBLAS_CORETYPE", family), List.of());
        List<String> words = List.of(output.split(" "));
        check(words.get(0), words.subList(1, words.size()), "kernels for " + family);
    }

    /** A processor that nobody has recorded is no failure, but it must not look like a success either. */
    private static void check(String probe, List<String> actual, String where) {
        assertThat(actual).doesNotHaveDuplicates();
        if (DIGESTS.containsKey(probe)) {
            assertThat(actual).as("Digests of %s, probe %s", where, probe).isEqualTo(DIGESTS.get(probe));
            return;
        }
        System.out.println("GoldenTrajectoryTest compared nothing for " + where + ": there is no entry for the probe "
                + probe + ". To record this processor, add: " + actual);
        assertThat(digests()).as("a second time").isEqualTo(digests());
    }

    private static String probe(String fingerprint) {
        return fingerprint.substring(fingerprint.lastIndexOf(' ') + 1);
    }

    private static List<String> digests() {
        return List.of(
                Specs.trajectoryDigest(new InputLaw.Gaussian()),
                Specs.trajectoryDigest(new InputLaw.BooleanCube()),
                Specs.projectedDigest(),
                Specs.bitpackedDigest(),
                Specs.clustersDigest(),
                Specs.datasetDigest(),
                Specs.uniformDigest(),
                Specs.gramDigest(4200),
                Specs.gramDigest(2),
                Specs.limitDigest(new InputLaw.Gaussian(), 0.1),
                Specs.limitDigest(new InputLaw.BooleanCube(), 2));
    }

    /** What the child process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.println(probe(Numerics.fingerprint()) + " " + String.join(" ", digests()));
        }
    }
}
