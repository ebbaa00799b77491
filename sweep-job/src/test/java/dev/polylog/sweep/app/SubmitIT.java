package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar works under Spark's own submission, which brings its own class path and settings. */
class SubmitIT {
    @TempDir
    Path folder;

    @Test
    void theJarIsAnApplicationOfSpark() throws IOException, InterruptedException {
        Path sweep = Files.writeString(
                folder.resolve("study.conf"),
                "name = study\nrun { width = 8, batch-size = 32, max-steps = 20 }\nreplicates = 4\n");
        Path store = folder.resolve("store");
        Path log = folder.resolve("log");
        String spark = Files.readString(Path.of("target/spark.classpath")).strip();
        ProcessBuilder submit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        spark,
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        "local[2]",
                        "--conf",
                        "spark.driver.bindAddress=127.0.0.1",
                        "--class",
                        "dev.polylog.sweep.app.Polylog",
                        Path.of("target/polylog.jar").toAbsolutePath().toString(),
                        "run",
                        sweep.toString(),
                        "--out",
                        store.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        submit.environment().put("OPENBLAS_NUM_THREADS", "1");
        submit.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = submit.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(log).content().contains("Training 4 runs on local[2]").contains("4 of 4 runs in " + store);

        Path reference = folder.resolve("reference");
        Answer.to("run", sweep, "--out", reference);
        assertThat(Content.of(store)).isEqualTo(Content.of(reference));
    }
}
