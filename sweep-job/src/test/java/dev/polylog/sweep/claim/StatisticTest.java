package dev.polylog.sweep.claim;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.Relation;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.theory.Expectation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statistic in a claim that is true of made-up tables, in one that is false of them, and in one that they leave open. */
class StatisticTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "analysis.md");

    private static final String SWEEP = """
        name = made-up
        run { width = 16, batch-size = "4 * d", step-size = 0.1, max-steps = 100000, stop-at-error = 0.1, snapshots = [0, 10] }
        grid { label-noise = [0, 0.1, 0.4], d = { from = 64, to = 1024, times = 2 } }
        replicates = 40
        claims = [ { id = it, says = made up, source = nobody, %s } ]
        """;

    private static final String POINTS = """
        name = made-up
        run {
          target = xor, inputs = four-points, labels = zero-one, d = 2, width = 2, bias = trained, output = fixed
          scaling = standard, loss = squared, batch-size = 4, test-size = 4, stop-at-error = 0, snapshots = [last]
        }
        grid { label-noise = [0, 0.4] }
        replicates = 40
        claims = [ { id = it, says = made up, source = nobody, %s } ]
        """;

    private static final String CLEAN = "where = \"label_noise == 0\"";

    private static final String PAIR =
            "of = \"label_noise == 0.1\", to = \"label_noise == 0\" }, where = \"label_noise < 0.4 and d == 64\"";

    /** A statistic with bounds under which a claim about it holds, fails, and is undecided. */
    private record Case(String statistic, String holds, String fails, String undecided) {
        String of(Standing standing) {
            return switch (standing) {
                case HOLDS -> statistic + ", " + holds;
                case FAILS -> statistic + ", " + fails;
                case UNDECIDED -> statistic + ", " + undecided;
            };
        }

        String name() {
            return statistic.replaceFirst("statistic (= |\\{ name = )", "").replaceFirst("[ ,}].*", "");
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(
                    "statistic = failure-rate, where = \"label_noise == 0.4\"",
                    "between = [0.15, 0.35]",
                    "below = 0.1",
                    "above = 0.25"),
            new Case(
                    "statistic { name = failure-rate, final-error = 0.05 }, where = \"label_noise == 0.4\"",
                    "between = [0.15, 0.35]",
                    "above = 0.5",
                    "below = 0.25"),
            new Case(
                    "statistic { name = failure-rate, final-error = 0.05, start = dead-class-1 }, where = \"label_noise == 0.4\"",
                    "above = 0.9",
                    "below = 0.5",
                    "above = 0.95"),
            new Case(
                    "statistic { name = success-rate, start = none-dead }, where = \"label_noise == 0.4\"",
                    "above = 0.95",
                    "below = 0.5",
                    "above = 0.99"),
            new Case("statistic = success-rate, " + CLEAN, "above = 0.95", "below = 0.9", "above = 0.9999"),
            new Case(
                    "statistic { name = success-rate, final-error = 0.05 }, " + CLEAN,
                    "above = 0.95",
                    "below = 0.9",
                    "above = 0.9999"),
            new Case("statistic = law-coefficient, " + CLEAN, "between = [40, 60]", "above = 70", "above = 50"),
            new Case(
                    "statistic = law-coefficient-over-theory, " + CLEAN,
                    "between = [0.8, 1.2]",
                    "above = 1.4",
                    "above = 1.0"),
            new Case(
                    "statistic { name = law-coefficient-over-theory, theory = growth }, " + CLEAN,
                    "between = [0.5, 0.8]",
                    "above = 1",
                    "above = 0.627"),
            new Case("statistic = exponent, " + CLEAN, "between = [1.1, 1.2]", "above = 1.5", "above = 1.134"),
            new Case("statistic = theory-error, " + CLEAN, "between = [-0.06, 0.06]", "above = 0.1", "above = 0.0"),
            new Case(
                    "statistic { name = median-ratio, " + PAIR,
                    "between = [1.15, 1.35]",
                    "below = 1.1",
                    "above = 1.25"),
            new Case("statistic = phase-slope, " + CLEAN, "between = [1.9, 2.1]", "above = 2.5", "above = 2.015"),
            new Case(
                    "statistic { name = phase-slope, phase = heterogeneous }, " + CLEAN,
                    "between = [1.9, 2.1]",
                    "below = 1.5",
                    "below = 2.015"),
            new Case("statistic = margin-growth, " + CLEAN, "above = 1.05", "below = 1", "above = 1.1"),
            new Case(
                    "statistic { name = margin-growth, margin = largest }, " + CLEAN,
                    "below = 0.95",
                    "above = 1",
                    "below = 0.9004"),
            new Case(
                    "statistic { name = value-when, observable = residual_mass, when = test_error, at-most = 0.31 }, "
                            + CLEAN,
                    "between = [0.74, 0.76]",
                    "below = 0.7",
                    "above = 0.75"),
            new Case(
                    "statistic { name = value-when, observable = residual_mass, when = mass_mu1_plus, at-least = 0 }, "
                            + CLEAN,
                    "between = [0.99, 1.01]",
                    "below = 0.9",
                    "above = 1.0"),
            new Case("statistic { name = same-law, " + PAIR, "above = 0.4", "below = 0.4", "below = 0.5"),
            new Case(
                    "statistic = stuck-angle, where = \"label_noise == 0.4\"",
                    "above = 0.9",
                    "below = 0",
                    "above = 0.98"),
            new Case(
                    "statistic { name = stuck-at-minimum, least-error = 0.5 }, where = \"label_noise == 0.4\"",
                    "above = 0.7",
                    "below = 0.5",
                    "above = 0.9"),
            new Case("statistic = growth-rate, " + CLEAN, "between = [0.35, 0.45]", "above = 0.5", "above = 0.4"),
            new Case("statistic = growth-slope, " + CLEAN, "between = [0.85, 0.95]", "above = 1", "above = 0.9"),
            new Case(
                    "statistic { name = final-mean, observable = block_imbalance }, " + CLEAN,
                    "between = [0.19, 0.21]",
                    "below = 0.1",
                    "above = 0.2"),
            new Case(
                    "statistic { name = final-difference, observable = block_imbalance, " + PAIR,
                    "above = 0.08",
                    "below = 0",
                    "above = 0.1"),
            new Case(
                    "statistic { name = correlation, of = test_error, with = residual_mass }, " + CLEAN,
                    "above = 0.9",
                    "below = 0",
                    "above = 0.9988"),
            new Case("statistic = angle-concentration, " + CLEAN, "above = 0.85", "below = 0.5", "above = 0.923"),
            new Case(
                    "statistic { name = distance-error, from-tenth = 2 }, " + CLEAN,
                    "between = [0.0145, 0.0151]",
                    "below = 0.01",
                    "above = 0.0148"),
            new Case(
                    "statistic { name = distance-error, to-tenth = 1, step = 0 }, " + CLEAN,
                    "between = [0.78, 0.82]",
                    "below = 0.6",
                    "above = 0.801"),
            new Case(
                    "statistic { name = distance-share, to-tenth = 2 }, " + CLEAN,
                    "above = 0.93",
                    "below = 0.9",
                    "above = 0.9375"));

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @Test
    void everyStatisticHasItsCase() {
        assertThat(CASES.stream().map(Case::name).collect(toSet()))
                .isEqualTo(Statistic.all().stream().map(Statistic::name).collect(toSet()));
        assertThat(Statistic.all()).extracting(Statistic::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itHolds(Case made) throws InvalidSweepException {
        assertStanding(made, Standing.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itFails(Case made) throws InvalidSweepException {
        assertStanding(made, Standing.FAILS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsUndecided(Case made) throws InvalidSweepException {
        assertStanding(made, Standing.UNDECIDED);
    }

    private static void assertStanding(Case made, Standing standing) throws InvalidSweepException {
        Ruling ruling = ruling(made.of(standing), Integer.MAX_VALUE);
        assertThat(ruling.reading()).as(ruling.words()).isInstanceOf(Measurement.class);
        assertThat(ruling.standing()).as(ruling.words()).isEqualTo(standing);
    }

    /** With no runs at all, and with one. */
    @ParameterizedTest
    @MethodSource("cases")
    void withoutDataNothingIsDecided(Case made) throws InvalidSweepException {
        for (String bound : List.of(made.holds(), made.fails())) {
            assertThat(ruling(made.statistic() + ", " + bound, 0).reading()).isInstanceOf(Unmeasured.class);
            assertThat(ruling(made.statistic() + ", " + bound, 0).standing()).isEqualTo(Standing.UNDECIDED);
        }
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void aBoundBelongsToWhereTheClaimIsTrue(Standing standing) {
        double bound = switch (standing) {
            case HOLDS -> 1;
            case UNDECIDED -> 1.5;
            case FAILS -> 2.5;
        };
        Reading measured = new Measurement(1.7, new Interval(1, 2), 9, "");
        assertThat(Standing.of(new Relation.Above(BigDecimal.valueOf(bound)), measured))
                .isEqualTo(standing);
    }

    @Test
    void noTenthIsFartherThanTheLast() throws InvalidSweepException {
        String claim = "statistic { name = distance-error, from-tenth = 11 }, above = 0";
        assertThat(ruling(claim, 40).reading()).isInstanceOf(Unmeasured.class);
    }

    @Test
    void severalCellsOfOneDHaveNoLaw() throws InvalidSweepException {
        assertThat(ruling("statistic = exponent, above = 1", 40).words()).contains("several of its cells have d = 64");
    }

    @Test
    void aPairIsTwoCells() throws InvalidSweepException {
        String claim =
                "statistic { name = median-ratio, of = \"label_noise == 0.1\", to = \"label_noise == 0\" }, above = 1";
        assertThat(ruling(claim, 40).words()).contains("of chooses 5 cells and to 5");
    }

    @Test
    void whatRunsSayAboutIsCounted() throws InvalidSweepException {
        Ruling ruling = ruling("statistic = failure-rate, where = \"label_noise == 0.4 and d == 64\", above = 0", 40);
        assertThat(ruling.cells()).isEqualTo(1);
        assertThat(ruling.remark()).isEqualTo("10 of 40 runs");
        assertThat(ruling.words()).isEqualTo("0.2500 (0.1419 to 0.4019)");
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void itStandsInTheDocument(Statistic statistic) throws IOException {
        String parameters = statistic.parameters().isEmpty()
                ? ""
                : statistic.parameters().stream()
                        .map(parameter -> "`" + parameter.name() + "`: " + parameter.meaning())
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
        assertThat(Files.readAllLines(DOCUMENT))
                .contains("| `" + statistic.name() + "` | " + statistic.meaning() + " | " + parameters + " | "
                        + statistic.interval() + " |");
    }

    static Stream<Statistic> statistics() {
        return Statistic.all().stream();
    }

    private static Ruling ruling(String claim, int runs) throws InvalidSweepException {
        Sweep sweep = SweepFile.parse((claim.contains("stuck-") ? POINTS : SWEEP).formatted(claim));
        Claim said = sweep.claims().get(0);
        List<ClaimedCell> cells = IntStream.range(0, sweep.cells())
                .filter(cell -> said.where()
                        .map(condition -> sweep.holds(condition, cell))
                        .orElse(true))
                .mapToObj(cell -> new ClaimedCell(cell, sweep, cell))
                .toList();
        return Ruling.of(
                "store",
                said,
                new ClaimedCells(
                        cells,
                        new MadeUpRuns(sweep, runs),
                        Criterion.of(sweep.spec(0, 0).stopRule()),
                        cell -> theory(sweep, cell)));
    }

    /** Four starts around d (100 + 50 log d). */
    private static Optional<Expectation> theory(Sweep sweep, int cell) {
        double d = sweep.spec(cell, 0).task().d();
        double median = d * (100 + 50 * Math.log(d));
        return Optional.of(new Expectation(
                1,
                1,
                Arrays.stream(new double[] {0.98, 0.995, 1.005, 1.02})
                        .mapToObj(factor -> Crossing.between(0.99 * factor * median, factor * median))
                        .toList(),
                List.of()));
    }
}
