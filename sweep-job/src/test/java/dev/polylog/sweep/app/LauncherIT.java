package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says clearly what is missing. */
class LauncherIT {
    @TempDir
    Path folder;

    @Test
    void itRunsFromAnywhereAndThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("p"), Answer.launcher());
        assertThat(launch(link, Map.of(), 0)).startsWith("polylog 0.");
    }

    @Test
    void aJavaHomeWithoutJava() throws IOException, InterruptedException {
        assertThat(launch(Answer.launcher(), Map.of("JAVA_HOME", "/nowhere"), 2))
                .contains("JAVA_HOME is /nowhere")
                .contains("JDK 17 or later");
    }

    @Test
    void aJavaThatIsTooOld() throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(launch(
                        Answer.launcher(),
                        Map.of("JAVA_HOME", folder.resolve("old").toString()),
                        2))
                .contains("is Java 8, too old");
    }

    @Test
    void noJavaAtAll() throws IOException, InterruptedException {
        assertThat(launch(Answer.launcher(), Map.of("JAVA_HOME", "", "PATH", tools().toString()), 2))
                .contains("no Java found");
    }

    @Test
    void noMavenToBuildWith() throws IOException, InterruptedException {
        Path copy = Files.copy(Answer.launcher(), folder.resolve("polylog"));
        String jdk = System.getProperty("java.home");
        assertThat(launch(copy, Map.of("JAVA_HOME", jdk, "PATH", tools().toString()), 2))
                .contains("no Maven found; install Maven 3.8 or later");
    }

    /** As after {@code cp -r} or {@code touch}: sources newer than the jar, and a build that makes the same bytes. */
    @Test
    void itBuildsOnceAndSaysWhatItDoes() throws IOException, InterruptedException {
        Path clone = Files.createDirectory(folder.resolve("clone"));
        Path launcher = Files.copy(Answer.launcher(), clone.resolve("polylog"));
        Path jar = clone.resolve("sweep-job/target/polylog.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "the same bytes");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.createDirectories(clone.resolve("sweep-job/src/main"));
        Files.writeString(clone.resolve("pom.xml"), "");
        Path spark = Files.writeString(folder.resolve("spark.jar"), "");
        Files.writeString(clone.resolve("sweep-job/target/spark.classpath"), spark.toString());
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        script(
                jdk.resolve("java"),
                "case $* in *-XshowSettings*) echo '    java.specification.version = 17' >&2 ;;"
                        + " *) echo started $(printf '%s\\n' \"$@\" | grep polylog.command) ;; esac");
        script(jdk.resolve("javac"), "exit 0");
        Path tools = Files.createDirectory(folder.resolve("maven"));
        script(tools.resolve("mvn"), "echo '[INFO] --- shade:3.6.0:shade (default) @ sweep-job ---'; sleep 2.5");
        Map<String, String> environment =
                Map.of("JAVA_HOME", jdk.getParent().toString(), "PATH", tools + ":" + System.getenv("PATH"));

        assertThat(launch(launcher, environment, 0))
                .contains("Building Polylog, because its sources have changed")
                .contains("  shade (sweep-job), ")
                .containsPattern(
                        "Built in [2-9] s\\.\nstarted -Dpolylog\\.command=" + Pattern.quote(launcher.toString()));
        assertThat(launch(launcher, environment, 0)).startsWith("started ");
        Files.setLastModifiedTime(
                clone.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
        script(tools.resolve("mvn"), "echo '[ERROR] no such thing'; exit 1");
        assertThat(launch(launcher, environment, 2))
                .contains("the build failed; the last lines of " + clone.resolve("target/build.log"))
                .contains("[ERROR] no such thing")
                .doesNotContain("started");
        assertThat(launch(launcher, environment, 2)).as("it tries again").contains("the build failed");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void outputThatCannotBeWrittenIsNotSuccess() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        Path sweep = Files.writeString(folder.resolve("s.conf"), "name = s\nreplicates = 5000\n");
        Process process = new ProcessBuilder(Answer.launcher().toString(), "plan", sweep.toString(), "--csv")
                .redirectOutput(full.toFile())
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(said).contains("Cannot write all of the output");
    }

    @Test
    void aReaderThatHasEnoughIsNoTrouble() throws IOException, InterruptedException {
        Path sweep = Files.writeString(folder.resolve("s.conf"), "name = s\nreplicates = 20000\n");
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "\"$0\" plan \"$1\" --csv | head -1; echo ${PIPESTATUS[0]}",
                        Answer.launcher().toString(),
                        sweep.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).hasSize(2).first().asString().startsWith("run_id,");
        assertThat(said.get(1)).isEqualTo("141");
    }

    @Test
    void aSparkHomeWithoutSpark() throws IOException, InterruptedException {
        assertThat(launch(Answer.launcher(), Map.of("SPARK_HOME", "/nowhere"), 2))
                .contains("SPARK_HOME is /nowhere, but it holds no Spark 4 with Scala 2.13");
    }

    /** A PATH with what the launcher itself needs, but neither Java nor Maven. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "env", "sed", "head", "find", "dirname", "cut", "cat", "readlink")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path original = Path.of(place, tool);
                if (Files.exists(original) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), original);
                }
            }
        }
        return tools;
    }

    private static String launch(Path launcher, Map<String, String> environment, int exitCode)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/bash", launcher.toString(), "--version").redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(exitCode);
        return output;
    }
}
