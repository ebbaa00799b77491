package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is said once, with file and line, before anything is written. */
class BadInputIT {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    run { lable-noise = 0.1 }              | :2: | label-noise
                    run { width = many }                   | :2: | many
                    run { width = -3 }                     | :2: | -3
                    run { width = 3.7 }                    | :2: | 3.7
                    run { step-size = NaN }                | :2: | NaN
                    run { step-size = 1e999 }              | :2: | 1e999
                    run { target = parity3 }               | :2: | did you mean parity-3?
                    run { target = "sign(x1 * x17)" }      | :2: | x17 (expected x1 to x16)
                    run { target = "sign(x1 / x2)" }       | :2: | x1 / x2 may have no value, as x2 may be 0
                    run { target = "x1 + x2" }             | :2: | expected real, and loss = squared with it
                    run { beta1 = 0.5 }                    | :2: | of no effect with optimizer = sgd
                    run { optimizer = adamw }              | :2: | did you mean adam?
                    run { loss = squared, labels = real }  | :2: | expected plus-minus or zero-one
                    run { loss = huber }                   | :2: | logistic, squared, hinge
                    run { init = mirror, width = 3 }       | :2: | expected an even number
                    run { labels = real, target = "x1" }   | :2: | expected squared with labels real
                    run { width = infinite }               | :2: | method ridge
                    run { method = ridge }                 | :2: | expected squared with method ridge
                    run { method = ridge, momentum = 0.1 } | :2: | of no effect
                    run { method = ridge, loss = squared, zeta = 2 } | :2: | of no effect with method = ridge
                    run { method = ridge, loss = squared } | :2: | expected second with method ridge
                    run { width = infinit }                | :2: | infinite
                    run { batch-size = "width", width = infinite } | :2: | has no value
                    run { redraw = no-dead-point }         | :2: | expected only with inputs = four-points
                    grid { d = [] }                        | :2: | at least one value
                    replicates = 0                         | :2: | 0
                    run { batch-size = "4 * * d" }         | :2: | 4 * * d
                    run { batch-size = "d / (d - d)" }     | :2: | zero
                    run { batch-size = "width", width = "batch_size" } | :2: | batch-size
                    run { batch-size = "d / 3" }           | :2: | whole
                    include "../elsewhere.conf"            | :2: | elsewhere
                    include "missing.conf"                 | :2: | missing.conf
                    grid { d = { from = 2, to = 100000000, step = 1 } } | :2: | 100000000
                    grid { d = [100000000], inputs = [boolean] } | :2: | at most 2147483639
                    run { width = ${HOME} }                | :2: | substitut
                    """)
    void aBadLineIsNamedAndNothingIsWritten(String line, String place, String value) throws IOException {
        Path sweep = Files.writeString(folder.resolve("bad.conf"), "name = bad\n" + line.strip() + "\n");
        for (String command : List.of("plan", "run")) {
            Path store = folder.resolve("store");
            Answer answer = Answer.to(command, sweep, "--out", store);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err())
                    .contains("bad.conf")
                    .contains(place.strip())
                    .contains(value.strip());
            assertThat(answer.err().lines()).hasSizeLessThan(4).noneMatch(text -> text.startsWith("\tat "));
            assertThat(answer.out()).isEmpty();
            assertThat(store).doesNotExist();
        }
    }

    @Test
    void whatCannotBeLearnedIsSaidBeforeAnythingIsSpent() throws IOException {
        Path sweep = Files.writeString(folder.resolve("doubtful.conf"), """
                name = doubtful
                run { inputs = boolean, d = 64, batch-size = 256, stop-at-error = 0.05 }
                grid { target = [xor, parity-3], max-steps = [5, 1000] }
                """);
        assertThat(Answer.to("plan", sweep).out())
                .containsOnlyOnce("Warning: in 2 cells, parity-3 cannot be learned: without biases")
                .contains("below 0.1250 (bias = trained removes this).")
                .containsOnlyOnce("Warning: in 1 cell, theory expects 2")
                .contains(
                        " d samples to a test error of at most 0.05 at 3 checkpoints in a row; max-steps and max-samples"
                                + " allow 20 d.");
    }

    @Test
    void allProblemsOfAFileAreSaidAtOnce() throws IOException {
        Path sweep = Files.writeString(folder.resolve("bad.conf"), """
                name = ../up
                run {
                  lable-noise = 0.1
                  width = -1
                  batch-size = "4 * + d"
                }
                grid { d = [] }
                replicates = 0
                """);
        Answer answer = Answer.to("plan", sweep);
        assertThat(answer.err())
                .contains("bad.conf:1:", "bad.conf:3:", "bad.conf:4:", "bad.conf:5:", "bad.conf:7:", "bad.conf:8:");
    }

    @ParameterizedTest
    @CsvSource({"../up", "a/b", "..", "a b"})
    void aNameIsNotAPath(String name) throws IOException {
        Path sweep = Files.writeString(folder.resolve("bad.conf"), "name = \"" + name + "\"\n");
        Answer answer = Answer.to("run", sweep);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("bad.conf:1").contains(name);
    }

    /** A run of 17 GB, then runs that fit alone and not together: nothing is started or written. */
    @Test
    void whatDoesNotFitInMemoryIsRefusedWithTheEstimate() throws IOException {
        Path sweep = Files.writeString(folder.resolve("large.conf"), """
                name = large
                run { inputs = sphere, max-steps = 1, test-size = 1, batch-size = 1 }
                grid { d = [64, 1048576], width = [2, 2000] }
                """);
        Path store = folder.resolve("store");
        for (String command : List.of("plan", "run")) {
            Answer answer = Answer.to(command, sweep, "--out", store);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err())
                    .contains("Cannot train this sweep, a run with d = 1048576, width = 2000 needs 16.8 GB")
                    .containsPattern("this Java virtual machine may use \\S+ .B, \\S+ .B of them for runs")
                    .contains("reduce d or width, or give it more with POLYLOG_JAVA_OPTS=-Xmx");
            if (command.equals("plan")) {
                assertThat(answer.out()).contains("16.8 GB for the largest run");
            } else {
                assertThat(answer.out()).isEmpty();
            }
            assertThat(store).doesNotExist();
        }
        long width = Runtime.getRuntime().maxMemory() / (1 << 20) / 8 * 5 / 10;
        Answer together = Answer.to(
                "run",
                sweep,
                "--out",
                store,
                "--set",
                "grid.width=[" + width + "]",
                "--set",
                "replicates=8",
                "--master",
                "local[8]");
        assertThat(together.exitCode()).isEqualTo(2);
        assertThat(together.err())
                .contains("Cannot train 8 runs at once")
                .contains("train fewer at once with --master local[1]");
        Answer elsewhere = Answer.to("run", sweep, "--out", store, "--master", "spark://127.0.0.1:1");
        assertThat(elsewhere.exitCode()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("an executor has").contains("--conf spark.executor.memory=");
        Answer nonsense = Answer.to(
                "run",
                sweep,
                "--out",
                store,
                "--master",
                "spark://127.0.0.1:1",
                "--conf",
                "spark.executor.memory=much");
        assertThat(nonsense.exitCode()).isEqualTo(2);
        assertThat(nonsense.err()).contains("Invalid spark.executor.memory: much (expected a size such as 4g or 512m)");
        assertThat(store).doesNotExist();
    }

    @Test
    void rubbishIsRefusedByItsSizeOrShape() throws IOException {
        Path large = Files.writeString(folder.resolve("large.conf"), "x = 1\n".repeat(2_000_000));
        Path nested = Files.writeString(folder.resolve("nested.conf"), "a = " + "[".repeat(50_000));
        Path binary = Files.write(folder.resolve("binary.conf"), new byte[] {0, -1, 1, 2, -2, 0});
        for (Path file : List.of(large, nested, binary, folder, folder.resolve("absent.conf"))) {
            Answer answer = Answer.to("run", file);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(file.toString());
            assertThat(answer.err().length()).isLessThan(500);
        }
    }

    @Test
    void aFolderThatCannotBeTheStoreIsRefused() throws IOException {
        Path sweep = Files.writeString(folder.resolve("good.conf"), "name = good\nrun { max-steps = 1 }\n");
        Path file = Files.writeString(folder.resolve("file"), "");
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.tex"), "");
        Path other = folder.resolve("other");
        assertThat(Answer.to("run", sweep, "--set", "name=other", "--out", other)
                        .exitCode())
                .isZero();
        List<Path> before = tree();
        for (Path store : List.of(file, file.resolve("below"), foreign, other)) {
            Answer answer = Answer.to("run", sweep, "--out", store);
            assertThat(answer.exitCode()).as(answer.all()).isEqualTo(2);
            assertThat(answer.err()).contains("Cannot write to " + store);
        }
        assertThat(tree()).isEqualTo(before);
        for (String command : List.of("status", "verify")) {
            Answer answer = Answer.to(command, folder.resolve("nowhere"));
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("No store in");
        }
    }

    @Test
    void badOptionsAreNamed() throws IOException {
        Path sweep = Files.writeString(folder.resolve("good.conf"), "name = good\n");
        String store = folder.resolve("store").toString();
        for (List<String> options : List.of(
                List.of("--only", "nonsense"),
                List.of("--max-hours", "-1"),
                List.of("--max-run-seconds", "NaN"),
                List.of("--set", "run.widht=3"),
                List.of("--set", "nonsense"),
                List.of("--out", ""),
                List.of("--out", "nowhere://host/x"),
                List.of("--master", "nowhere"),
                List.of("--nonsense"))) {
            List<Object> arguments = new ArrayList<>(List.of("run", sweep));
            if (!options.get(0).equals("--out")) {
                arguments.addAll(List.of("--out", store));
            }
            arguments.addAll(options);
            Answer answer = Answer.to(arguments.toArray());
            assertThat(answer.exitCode()).as(options + answer.all()).isEqualTo(2);
            assertThat(answer.err().lines()).as(answer.err()).hasSizeBetween(1, 4);
        }
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
