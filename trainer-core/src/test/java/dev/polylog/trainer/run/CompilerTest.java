package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.task.InputLaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The bits of a trajectory depend neither on how far the virtual machine has compiled the program nor on whether it has the
 * Vector API.
 */
class CompilerTest {

    @Test
    void interpretedAndCompiledCodeGiveTheSameBits() throws Exception {
        String here = digests();
        assertThat(here).matches("[0-9a-f]{16}( [0-9a-f]{16}){6}");
        for (String mode : List.of(
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "--add-modules=jdk.incubator.vector",
                "-XX:UseAVX=1 --add-modules=jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1 --add-modules=jdk.incubator.vector")) {
            assertThat(inChild(mode)).as(mode).isEqualTo(here);
        }
    }

    private static String inChild(String mode) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(List.of(mode.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(mode).isZero();
        return output.strip();
    }

    private static String digests() {
        return Specs.trajectoryDigest(new InputLaw.Gaussian()) + " "
                + Specs.trajectoryDigest(new InputLaw.BooleanCube()) + " " + Specs.projectedDigest()
                + " " + Specs.bitpackedDigest() + " " + Specs.clustersDigest() + " " + Specs.datasetDigest()
                + " " + Specs.uniformDigest();
    }

    /** What the child process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.out.println(digests());
        }
    }
}
