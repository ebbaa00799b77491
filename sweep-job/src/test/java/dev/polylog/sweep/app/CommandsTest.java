package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that need neither a store nor Spark, and what is said of commands that there are none of. */
class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void withoutACommandThereIsHelpAndNoSuccess() {
        Answer answer = Answer.exactlyTo();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("Usage: polylog [OPTIONS] COMMAND")
                .contains("Commands:", "  run ", "Examples:");
        assertThat(Answer.exactlyTo("--help")).isEqualTo(new Answer(0, answer.err(), ""));
        assertThat(Answer.exactlyTo("help")).isEqualTo(new Answer(0, answer.err(), ""));
    }

    @Test
    void helpExplainsACommand() {
        Answer answer = Answer.exactlyTo("help", "run");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("Usage: polylog run [OPTIONS] SWEEP.conf")
                .contains("run.width=128", "spark://host:7077", "Examples:", "docs/sweep-files.md");
        assertThat(Answer.exactlyTo("run", "--help")).isEqualTo(answer);
        assertThat(Answer.exactlyTo("help", "rnu").err()).contains("Unknown command: rnu (did you mean run?)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        rnu x.conf                  | Unknown command: rnu (did you mean run?)
        conf/quickstart.conf        | Unknown command: conf/quickstart.conf (did you mean run conf/quickstart.conf?)
        stat out                    | Unknown command: stat (did you mean status?)
        frobnicate                  | Unknown command: frobnicate
        run x.conf --replicates 3   | Unknown option: --replicates (did you mean --set replicates=3?)
        run x.conf --relpicates 3   | Unknown option: --relpicates (did you mean --set replicates=3?)
        run x.conf --replicates=3   | Unknown option: --replicates (did you mean --set replicates=3?)
        plan x.conf --width 128     | Unknown option: --width (did you mean --set run.width=128?)
        plan x.conf --batch_size 8  | Unknown option: --batch_size (did you mean --set run.batch-size=8?)
        run x.conf --frehs          | Unknown option: --frehs (did you mean --fresh?)
        run x.conf --max-hour 3     | Unknown option: --max-hour (did you mean --max-hours?)
        status out --width 3        | Unknown option: --width
        status out more             | Unexpected argument: more
        fields widht                | Unknown field: widht (did you mean width?)
        """)
    void whatWasProbablyMeantIsSaid(String line, String message) {
        Answer answer = Answer.exactlyTo((Object[]) line.split(" ", -1));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err().lines().findFirst()).hasValue("polylog: " + message);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void fieldsAreThoseOfTheRegistry() {
        List<String> names = Answer.exactlyTo("fields")
                .out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceFirst(" = .*", ""))
                .toList();
        assertThat(names)
                .containsExactlyElementsOf(Fields.ALL.stream().map(Field::name).toList());
    }

    @Test
    void oneFieldOrAllThatSpeakOfAWord() {
        assertThat(Answer.exactlyTo("fields", "sigma").out()).isEqualTo("""
            sigma = 0.25
                standard deviation of clusters around their centres
                values: a number greater than 0
                only with inputs = clusters
            """);
        assertThat(Answer.exactlyTo("fields", "run.batch_size").out()).startsWith("batch-size = 256\n");
        assertThat(Answer.exactlyTo("fields", "noise").out()).contains("label-noise = 0", "target-noise = 0");
    }

    @Test
    void aNewSweepIsValidAndNeverTakesTheOneThatIsThere() throws IOException {
        Path file = folder.resolve("noise.conf");
        Answer answer = Answer.exactlyTo("new", folder.resolve("noise"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Wrote " + file, "polylog plan " + file, "polylog run " + file);
        assertThat(SweepFile.read(file, List.of()).name()).isEqualTo("noise");
        assertThat(Answer.exactlyTo("plan", file, "--out", folder.resolve("store"))
                        .exitCode())
                .isZero();

        Files.writeString(file, "mine");
        Answer again = Answer.exactlyTo("new", file);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("Cannot write " + file + ", it is there already");
        assertThat(file).hasContent("mine");
        assertThat(Answer.exactlyTo("new", folder.resolve("nowhere/x")).err()).contains("there is no such folder");
        assertThat(Answer.exactlyTo("new", folder.resolve("a b")).err()).contains("Invalid name: a b");
    }

    @Test
    void examplesAreAllSweepFilesWithTheirFirstSentence() throws IOException {
        Path conf = Path.of("..", "conf");
        Answer answer = Answer.exactlyTo("examples", conf);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        try (Stream<Path> files = Files.walk(conf)) {
            assertThat(files.filter(file -> file.toString().endsWith(".conf")))
                    .allSatisfy(file -> assertThat(answer.out()).contains(file.toString()));
        }
        assertThat(answer.out())
                .contains("quickstart.conf (160 runs, at most ")
                .contains("    Gaussian and Boolean XOR in four dimensions")
                .contains("protocol.conf (not a sweep by itself)");
        assertThat(Answer.exactlyTo("examples", folder.resolve("nowhere")).err())
                .contains("No folder of sweep files");
    }

    @Test
    void claimsAreThoseOfStoresOrOfAllStudies() {
        Answer bare = Answer.exactlyTo("claims");
        assertThat(bare.exitCode()).isEqualTo(2);
        assertThat(bare.err()).contains("Missing DIR or SWEEP.conf (or --all");
        assertThat(Answer.exactlyTo("claims", "--all", "out/x").err())
                .contains("Cannot use --all with out/x, it is about all studies");
        assertThat(Answer.exactlyTo("claims", "--all", "--minutes", "0").err())
                .contains("Invalid --minutes: 0.0 (expected a number greater than 0)");
        assertThat(Answer.exactlyTo("claims", "--all", "--studies", folder.resolve("nowhere"))
                        .err())
                .contains("No folder of sweep files");
        assertThat(Answer.exactlyTo("claims", folder.resolve("nowhere")).exitCode())
                .isEqualTo(2);
    }

    /** In its small variant, if there is one; the longest are left out where time is short. */
    @Test
    void studiesThatClaimSomethingAreChosen() throws IOException {
        String study = """
            name = %s
            run { width = 8, max-steps = %d, test-size = 64 }
            replicates = %d
            """;
        String claims = "claims = [ { id = A, says = x, source = y, statistic = success-rate, above = 0.5 } ]";
        Files.writeString(folder.resolve("a.conf"), study.formatted("a", 10, 1000) + claims);
        Files.writeString(folder.resolve("a-small.conf"), "include \"a.conf\"\nname = a-small\nreplicates = 2");
        Files.writeString(folder.resolve("b.conf"), study.formatted("b", 100_000_000, 1) + claims);
        Files.writeString(folder.resolve("c.conf"), study.formatted("c", 10, 1));
        Files.writeString(folder.resolve("d.conf"), "run.width = 3");
        ClaimStudies found = ClaimStudies.in(folder, folder.resolve("stores").toString(), 0.1);
        assertThat(found.chosen()).extracting(one -> one.sweep().name()).containsExactly("a-small");
        assertThat(found.tooLong()).extracting(one -> one.sweep().name()).containsExactly("b");
        assertThat(found.chosen().get(0).store()).endsWith("stores/a-small");
    }

    @Test
    void theFirstSentenceOfAComment() {
        assertThat(ExamplesCommand.comment(List.of("# gaussian-xor.conf for a minute. More.", "name = x")))
                .isEqualTo("gaussian-xor.conf for a minute.");
        assertThat(ExamplesCommand.comment(List.of("# From d = 64 to", "# d = 128? Yes.", "", "# else")))
                .isEqualTo("From d = 64 to d = 128?");
        assertThat(ExamplesCommand.comment(List.of("name = x"))).isEmpty();
    }

    @Test
    void completionIsAScriptForTheShell() throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion"), Answer.exactlyTo("completion").out());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(./polylog ru); COMP_CWORD=1; _complete_polylog;"
                                + " echo ${COMPREPLY[@]}; COMP_WORDS=(./polylog run --fr); COMP_CWORD=2;"
                                + " _complete_polylog; echo ${COMPREPLY[@]}; COMP_WORDS=(./polylog fields batch-);"
                                + " COMP_CWORD=2; _complete_polylog; echo ${COMPREPLY[@]}; complete -p polylog")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(said).hasSize(4);
        assertThat(said.subList(0, 3)).containsExactly("run", "--fresh", "batch-size");
        assertThat(said.get(3)).contains("_complete_polylog");
    }
}
