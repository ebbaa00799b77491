package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the data, a comparison ends with a verdict, in numbers or in words that say why there are none. */
class FuzzTest {
    @Test
    void everyDataSetGetsAVerdict() {
        LongStream.range(0, 2000).parallel().forEach(FuzzTest::check);
    }

    @Test
    @Tag("calibration")
    void everyOfManyDataSetsGetsAVerdict() {
        LongStream.range(2000, 102_000).parallel().forEach(FuzzTest::check);
    }

    private static void check(long index) {
        List<Cell> cells = MadeUpCells.of(index);
        double predicted = 1 + index % 100;
        Comparison comparison = Comparison.of(cells, Additive.given(predicted, 0.5));
        Verdict verdict = Verdict.of(comparison, new Question("d", expected(predicted), ""));
        assertThat(verdict.toString()).as("data set %d", index).doesNotContain("NaN");
        for (CellFit cell : comparison.cells()) {
            cell.median().ifPresent(median -> checkEstimate(index, median));
            assertThat(cell.kaplanMeier().interval().lower())
                    .as("data set %d", index)
                    .isLessThanOrEqualTo(cell.kaplanMeier().estimate());
        }
        for (Candidate candidate : comparison.candidates()) {
            assertThat(candidate.delta()).as("data set %d", index).isGreaterThanOrEqualTo(0);
            assertThat(candidate.weight()).as("data set %d", index).isBetween(0.0, 1.0);
            candidate.estimates().forEach(estimate -> checkEstimate(index, estimate));
            candidate.holdOut().ifPresent(held -> assertThat(held.logScore()).isNotNaN());
            candidate
                    .residuals()
                    .forEach(residual -> assertThat(residual.value())
                            .as("data set %d", index)
                            .isFinite());
        }
        comparison
                .slopes()
                .forEach(slope ->
                        assertThat(slope.slope()).as("data set %d", index).isFinite());
    }

    private static ExpectedMedians expected(double c1) {
        return new ExpectedMedians(
                Map.of(64.0, 64 * c1 * Math.log(64), 128.0, 128 * c1 * Math.log(128)), Map.of(64.0, c1, 128.0, 2 * c1));
    }

    private static void checkEstimate(long index, Estimate estimate) {
        assertThat(estimate.value()).as("data set %d", index).isFinite();
        assertThat(estimate.interval().contains(estimate.value()))
                .as("data set %d: %s", index, estimate)
                .isTrue();
    }

    /**
     * From real runs with coarse checkpoints: at 32 both runs crossed before the first, so the likelihood rises up to where c0 + c1
     * log 32 is 0, the edge of what the law is defined for.
     */
    @Test
    void aMaximumNearTheEdgeOfTheDomainHasIntervals() {
        List<Cell> cells = List.of(
                Cell.of(32, List.of(Crossing.between(0, 13312), Crossing.between(0, 13312))),
                Cell.of(64, List.of(Crossing.between(26624, 53248), Crossing.between(53248, 79872))),
                Cell.of(128, List.of(Crossing.between(53248, 106496), Crossing.between(53248, 106496))));
        Comparison comparison = Comparison.of(cells);
        Candidate law = comparison.find(Additive.LOG).orElseThrow();
        law.estimates().forEach(estimate -> checkEstimate(0, estimate));
        assertThat(Verdict.of(comparison, Question.of("d")).toString()).doesNotContain("NaN");
    }

    /** Spread that falls along the axis and checkpoints 20 % apart, which used to be where one in seven comparisons did not end. */
    @Test
    void fallingSpreadAndCoarseCheckpointsHaveIntervals() {
        IntStream.range(0, 40).parallel().forEach(i -> {
            SplitMix random = new SplitMix(31, i);
            List<Cell> cells = Simulation.powers(64, 65_536, 2).stream()
                    .map(x -> Simulation.law(Additive.LOG, 930, 86.9)
                            .with(0.1 * Math.pow(x / 64, -0.35), List.of(x), 10)
                            .seen(random, 1.2)
                            .get(0))
                    .toList();
            assertThat(Verdict.of(Comparison.of(cells), Question.of("d")).toString())
                    .doesNotContain("NaN");
        });
    }
}
