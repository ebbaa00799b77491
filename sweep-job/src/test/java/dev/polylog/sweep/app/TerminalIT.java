package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a terminal, which {@code script} of util-linux is. */
class TerminalIT {
    private static final String SWEEP = """
            name = study
            run { d = 32, width = 16, batch-size = 64, max-steps = 200, observe = 20 }
            replicates = 60
            """;

    /** What a terminal shows is a line again and again, each time erased to its right. */
    private static final Pattern REWRITTEN = Pattern.compile("\\r([^\\r\\n]*?)\\u001b\\[K");

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createSymbolicLink(folder.resolve("polylog"), Answer.launcher());
        Files.writeString(folder.resolve("study.conf"), SWEEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void noLineThatIsWrittenAgainIsEverBroken(int columns) throws IOException, InterruptedException {
        String screen = screen("stty cols " + columns + "; ./polylog run study.conf");
        List<String> lines = rewritten(screen);
        assertThat(lines).as(screen).allMatch(line -> line.length() < columns);
        assertThat(lines).anyMatch(line -> line.contains("Starting Spark"));
        assertThat(lines).anyMatch(line -> line.contains("100 %") && line.contains("ETA 0.0 s"));
        assertThat(lines).anyMatch(line -> line.contains("Making the report"));
        assertThat(screen.strip()).containsPattern("Report: out/study/report.html\\s+Done in [^\\n]*\\.$");
        if (columns == 200) {
            assertThat(lines).anyMatch(line -> line.startsWith("[####") && line.contains("0 diverged"));
        }
    }

    @Test
    void theLineFollowsTheWindow() throws IOException, InterruptedException {
        String screen = screen(
                "stty cols 120; (until grep -aq ETA screen; do sleep 0.2; done; sleep 3; stty cols 45 < /dev/tty) &"
                        + " ./polylog run study.conf --no-report --set replicates=3000 --max-hours 0.005");
        List<Integer> lengths = rewritten(screen).stream().map(String::length).toList();
        assertThat(lengths.get(lengths.size() - 1)).as(screen).isLessThan(45);
        assertThat(lengths).anyMatch(length -> length > 60);
    }

    /** As somebody does who copies it from the screen. */
    @Test
    void theHintAfterAFailureCanBeTyped() throws IOException, InterruptedException {
        String screen = screen("./polylog run study.conf --no-report --set replicates=2 --set run.step-size=1e9");
        Matcher hint = Pattern.compile("0 failed, 2 diverged: (\\./polylog sql .*?)\\r?\\n")
                .matcher(screen);
        assertThat(hint.find()).as(screen).isTrue();
        assertThat(screen).contains("Done in ").contains(", with failed or diverged runs.");
        assertThat(screen(hint.group(1))).contains("is not finite at step");
        assertThat(screen("stty cols 80; ./polylog sql out/study 'select * from runs limit 1'"))
                .contains("row 1\r\n", "  run_id ", "  outcome ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "help run", "fields", "examples", "new other", "completion", "run study.conf --nonsense"})
    void whatNeedsNoSparkDoesNotWaitForIt(String arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "./polylog " + arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("POLYLOG_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertThat(builder.start().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log).content().contains("dev.polylog.sweep.app.Polylog").doesNotContain("org.apache.spark");
    }

    private static List<String> rewritten(String screen) {
        return REWRITTEN.matcher(screen).results().map(line -> line.group(1)).toList();
    }

    private String screen(String command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "this system has no script");
        Path output = folder.resolve("screen");
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("TERM", "xterm", "SHELL", "/bin/bash"));
        builder.environment().remove("COLUMNS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(command).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
