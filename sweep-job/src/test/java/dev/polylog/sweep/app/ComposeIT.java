package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The compose file says what it should to the tool that reads it. Needs docker-compose; continuous integration has it. */
class ComposeIT {
    @Test
    void theFileIsValidWithAndWithoutTheCluster() throws IOException, InterruptedException {
        assertThat(compose("config", "--quiet")).isEmpty();
        assertThat(compose("--profile", "cluster", "config", "--quiet")).isEmpty();
    }

    @Test
    void theClusterHasAMasterAndWorkers() throws IOException, InterruptedException {
        assertThat(compose("--profile", "cluster", "config", "--services")).contains("polylog", "master", "worker");
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() throws IOException, InterruptedException {
        String ports = compose("--profile", "cluster", "config");
        assertThat(ports.lines().filter(line -> line.matches("\\s*- .*:8080.*")))
                .isNotEmpty()
                .allMatch(line -> line.contains("127.0.0.1:"));
    }

    private static String compose(String... arguments) throws IOException, InterruptedException {
        boolean isInstalled = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        if (System.getenv("CI") == null) {
            assumeTrue(isInstalled, "docker-compose is not installed");
        }
        List<String> command = new ArrayList<>(List.of("docker-compose"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("..").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
