package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.task.InputLaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The bits of a trajectory depend neither on how far the virtual machine has compiled the program nor on whether it has the
 * Vector API.
 */
class CompilerTest {

    @Test
    void interpretedAndCompiledCodeGiveTheSameBits() throws Exception {
        String here = digests();
        assertThat(here).matches("[0-9a-f]{16}( [0-9a-f]{16}){10}");
        for (String mode : List.of(
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "--add-modules=jdk.incubator.vector",
                "-XX:UseAVX=1 --add-modules=jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1 --add-modules=jdk.incubator.vector")) {
            assertThat(ChildProcess.run(Child.class, Map.of(), List.of(mode.split(" "))))
                    .as(mode)
                    .isEqualTo(here);
        }
    }

    private static String digests() {
        return Specs.trajectoryDigest(new InputLaw.Gaussian()) + " "
                + Specs.trajectoryDigest(new InputLaw.BooleanCube()) + " " + Specs.projectedDigest()
                + " " + Specs.bitpackedDigest() + " " + Specs.clustersDigest() + " " + Specs.datasetDigest()
                + " " + Specs.uniformDigest() + " " + Specs.gramDigest(4200) + " " + Specs.gramDigest(2)
                + " " + Specs.limitDigest(new InputLaw.Gaussian(), 0.1)
                + " " + Specs.limitDigest(new InputLaw.BooleanCube(), 2);
    }

    /** What the child process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.println(digests());
        }
    }
}
