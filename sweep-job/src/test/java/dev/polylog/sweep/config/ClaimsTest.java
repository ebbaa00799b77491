package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.RunIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimsTest {
    private static final String SWEEP = """
        name = claimed
        run { batch-size = "2 * d", stop-at-error = 0.1 }
        grid { width = [8, 16], d = [64, 128] }
        """;

    private static final List<String> NARROWED = List.of("grid.width=[8]");

    private static final String CLAIM = """
        claims = [
          { id = A1
            says = "Wider   is not \\"worse\\""
            source = "a table"
            statistic { name = median-ratio, of = "width == 16", to = "width == 8" }
            where = "d == 64"
            between = ["1 / 2", 1.05] }
          { id = B-2, says = they learn, source = nobody, statistic = success-rate, above = 0.9 }
          { id = C3, says = quickly, source = nobody, statistic { name = failure-rate, final-error = 0 }, below = 1e-3 }
        ]
        """;

    @TempDir
    Path folder;

    private Sweep read(String text) throws IOException, InvalidSweepException {
        return SweepFile.read(Files.writeString(folder.resolve("sweep.conf"), text), List.of());
    }

    private String problems(String text) {
        return catchThrowableOfType(InvalidSweepException.class, () -> read(text))
                .getMessage();
    }

    @Test
    void aClaimIsWhatTheFileSays() throws IOException, InvalidSweepException {
        List<Claim> claims = read(SWEEP + CLAIM).claims();
        assertThat(claims).extracting(Claim::id).containsExactly("A1", "B-2", "C3");
        assertThat(claims.get(0).says()).isEqualTo("Wider is not \"worse\"");
        assertThat(claims.get(0).measure()).hasToString("median-ratio (of width == 16, to width == 8)");
        assertThat(claims.get(0).where()).map(Object::toString).hasValue("d == 64");
        assertThat(claims)
                .extracting(claim -> claim.relation().toString())
                .containsExactly("between 0.5 and 1.05", "above 0.9", "below 0.001");
    }

    @Test
    void theTextOfASweepHoldsItsClaims() throws IOException, InvalidSweepException {
        Sweep sweep = read(SWEEP + CLAIM);
        Sweep again = SweepFile.parse(sweep.text());
        assertThat(again.claims()).isEqualTo(sweep.claims());
        assertThat(again.text()).isEqualTo(sweep.text());
    }

    @Test
    void claimsChangeNoRun() throws IOException, InvalidSweepException {
        Sweep bare = read(SWEEP);
        Sweep claimed = read(SWEEP + CLAIM);
        assertThat(bare.text()).doesNotContain("claims");
        assertThat(claimed.text()).startsWith(bare.text());
        assertThat(ids(claimed)).isEqualTo(ids(bare));
    }

    private static List<String> ids(Sweep sweep) {
        return IntStream.range(0, sweep.cells())
                .boxed()
                .flatMap(cell -> sweep.runs(cell))
                .map(run -> RunIdentity.of(run).runId())
                .toList();
    }

    @Test
    void aVariantReplacesWhatItIncludes() throws IOException, InvalidSweepException {
        Files.writeString(folder.resolve("all.conf"), SWEEP + CLAIM);
        assertThat(read("include \"all.conf\"\nname = small\ngrid { d = [64] }").claims())
                .hasSize(3);
        assertThat(read("include \"all.conf\"\nname = none\nclaims = []").claims())
                .isEmpty();
    }

    static List<Path> studies() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "conf"))) {
            return files.filter(file -> file.toString().endsWith(".conf") && claimsSomething(file))
                    .toList();
        }
    }

    private static boolean claimsSomething(Path file) {
        try {
            return Files.readString(file).contains("claims = [");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void whatComesWithPolylogIsValid(Path file) throws InvalidSweepException {
        assertThat(SweepFile.read(file, List.of()).claims()).isNotEmpty();
    }

    /** Who narrows a sweep for once need not take its claims out. */
    @Test
    void overridesMayLeaveAClaimWithoutCells() throws IOException, InvalidSweepException {
        Path file = Files.writeString(folder.resolve("sweep.conf"), SWEEP + CLAIM);
        assertThat(SweepFile.read(file, NARROWED).claims()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        statistic = failure-rat, above = 1                            | Invalid claims.statistic: failure-rat (expected one of failure-rate, success-rate, law-coefficient
        statistic = failure-rat, above = 1                            | did you mean failure-rate?)
        statistic = success-rate                                      | Missing key of the bound (expected one of above, below, between)
        statistic = success-rate, above = 1, below = 2                | Invalid bound: above and below (expected one of above, below, between)
        statistic = success-rate, above = many                        | unknown field many
        statistic = success-rate, above = "d / 2"                     | Invalid claims.above: d / 2 (expected a number, or an expression that reads no field)
        statistic = success-rate, above = "1 / 0"                     | division by zero
        statistic = success-rate, between = [2, 1]                    | Invalid claims.between: [2,1] (expected two numbers, the first below the second
        statistic = success-rate, between = 1                         | Invalid claims.between: 1 (expected two numbers
        statistic = success-rate, abov = 1                            | Unknown key claims.abov (did you mean above?)
        statistic = success-rate, above = 1, where = "depth == 1"     | Invalid claims.where: depth == 1
        statistic = success-rate, above = 1, where = "width == 9"     | Invalid claims.where: width == 9 (it holds in no cell; expected one that chooses some of the 4)
        statistic = success-rate, above = 1, where = "theta == 9"     | unknown field theta
        statistic = success-rate, above = 1, where = "sigma == 0.25"  | Invalid claims.where: sigma == 0.25 (sigma does not vary in this sweep; expected a condition on batch_size, d, width)
        statistic = success-rate, above = 1, where = [1]              | Invalid claims.where: [1] (expected a condition
        statistic { name = success-rate, finl-error = 0 }, above = 1  | Unknown key claims.statistic.finl-error (did you mean final-error?)
        statistic { name = success-rate, final-error = x }, above = 1 | Invalid claims.statistic.final-error
        statistic { final-error = 0 }, above = 1                      | Missing key claims.statistic.name (expected one of failure-rate
        statistic { name = final-mean }, above = 1                    | Missing key claims.statistic.observable of final-mean (expected column of `trajectories`)
        statistic { name = final-mean, observable = test_err }, above = 1 | Invalid claims.statistic.observable: test_err (expected column of `trajectories`; did you mean test_error?)
        statistic { name = value-when, observable = test_error, when = alignment }, above = 1 | Invalid claims.statistic: value-when (expected one of at-most and at-least)
        statistic { name = value-when, observable = test_error, when = alignment, at-most = 1, at-least = 0 }, above = 1 | expected one of at-most and at-least
        statistic { name = failure-rate, start = dead }, above = 1    | Invalid claims.statistic.start: dead
        statistic = median-ratio, above = 1                           | Missing key claims.statistic.of of median-ratio (expected condition that chooses the one cell)
        statistic { name = median-ratio, of = "width == 8", to = "width == 9" }, above = 1 | Invalid claims.statistic.to: width == 9 (it holds in no cell
        above = 1                                                     | Missing key claims.statistic (expected one of failure-rate
        """)
    void whatIsWrongWithIt(String claim, String problem) {
        String text = SWEEP + "\n\nclaims = [ { id = A1, says = x, source = y, " + claim + " } ]\n";
        assertThat(problems(text)).contains("sweep.conf:6").contains(problem);
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        String text = SWEEP + """
            claims = [
              { id = A1, says = x, statistic = success-rate, above = 1 }
              { id = A1, says = x, source = y, statistic = success-rate, above = 1 }
              { id = "A 2", source = y, statistic = success-rate, above = 1 }
              7
            ]
            """;
        assertThat(problems(text))
                .contains(
                        "sweep.conf:5: Missing key claims.source (expected who says so, in words)",
                        "sweep.conf:6: Invalid claims.id: A1 (another claim is called so, and there can be one)",
                        "Invalid claims.id: A 2 (expected 1 to 24 of A-Z a-z 0-9 . _ -)",
                        "Missing key claims.says (expected the claim in words)",
                        "Invalid claims: 7 (expected a list of { id = ...");
    }
}
