package dev.polylog.sweep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion.Observed;
import dev.polylog.sweep.evidence.Load;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.evidence.RunTenth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
    private static final CellNames NAMES = cell -> "d = 64";
    private static final Series SERIES = new Series("", "64", 64);

    private static BandLevel level(long samples, double value) {
        return new BandLevel(0, "test_error", samples, 10, value, value, value, value, value);
    }

    private static MeasuredGroup group(CellFit... cells) {
        return new MeasuredGroup("", List.of(cells), Map.of(), List.of());
    }

    private static CellFit cell(double d, int reached, double median, double low) {
        Interval interval = new Interval(low, Double.POSITIVE_INFINITY);
        return new CellFit(d, 20, reached, 0, new Quantile(0.5, median, interval), Optional.empty());
    }

    private static DataTable rows(Entry entry) {
        assertThat(entry).isInstanceOf(Figure.class);
        return ((Figure) entry).tables().get("rows");
    }

    private static List<Object> column(Entry entry, String name) {
        DataTable table = rows(entry);
        int index = table.columns().indexOf(name);
        return table.rows().stream().map(row -> row.get(index)).toList();
    }

    @Test
    void withoutRowsThereAreWordsInsteadOfFigures() {
        List<Entry> entries = new ArrayList<>(List.of(
                LearningCurves.of(
                        Observed.TEST_ERROR, Scaling.SAMPLES, "d", Map.of(), Map.of(), OptionalDouble.empty()),
                SampleComplexity.of(AlongAxis.DIMENSION, List.of(), List.of()),
                LocalSlopes.of(AlongAxis.DIMENSION, List.of()),
                Residuals.of(AlongAxis.DIMENSION, List.of()),
                TheoryGap.of(AlongAxis.DIMENSION, List.of(), List.of()),
                Finals.of(AlongAxis.DIMENSION, List.of(), Finals.Stopped.BY_BUDGET),
                Overview.of(AlongAxis.DIMENSION, List.of(), List.of()),
                Alignment.of(List.of(), NAMES),
                AngleHistogram.of(List.of(), NAMES),
                BoundaryMap.of(List.of(), NAMES),
                DistanceErrors.of(List.of(), NAMES),
                BlockGrowth.of(List.of(), List.of(), NAMES),
                CostCheck.of(List.of(), RunCost::seconds),
                Utilisation.of(List.of()),
                SlowRuns.of(List.of(), RunCost::seconds, NAMES)));
        for (Measure measure : Measure.values()) {
            entries.add(PhaseDiagram.of(measure, "x", "y", List.of()));
        }
        for (ObservableSet set : ObservableSet.values()) {
            entries.add(ObservableCurves.of(set, List.of(), List.of(), List.of(), NAMES));
        }
        assertThat(entries)
                .allSatisfy(entry -> assertThat(((LeftOut) entry).reason()).matches("[A-Z].*\\."));
    }

    @Test
    void numbersThatAreNotFiniteLeaveNothingToDraw() {
        assertThat(LearningCurves.of(
                        Observed.TEST_ERROR,
                        Scaling.SAMPLES,
                        "d",
                        Map.of(SERIES, List.of(level(10, Double.NaN))),
                        Map.of(),
                        OptionalDouble.empty()))
                .isInstanceOf(LeftOut.class);
        assertThat(SampleComplexity.of(
                        AlongAxis.DIMENSION, List.of(group(cell(64, 1, Double.POSITIVE_INFINITY, 100))), List.of()))
                .isInstanceOf(LeftOut.class);
    }

    @Test
    void curvesOfOneDimensionDoNotCollapse() {
        Map<Series, List<BandLevel>> curves = Map.of(SERIES, List.of(level(10, 0.5), level(20, 0.4)));
        assertThat(LearningCurves.of(
                        Observed.TEST_ERROR, Scaling.PER_DIMENSION, "d", curves, Map.of(), OptionalDouble.empty()))
                .isInstanceOf(LeftOut.class);
    }

    @Test
    void scaledCurvesAreDividedByTheirOwnDimension() {
        Series larger = new Series("", "128", 128);
        Map<Series, List<BandLevel>> curves = new LinkedHashMap<>();
        curves.put(SERIES, List.of(level(640, 0.5)));
        curves.put(larger, List.of(level(1280, 0.5)));
        Entry figure = LearningCurves.of(
                Observed.TEST_ERROR, Scaling.PER_D_LOG_D, "d", curves, Map.of(), OptionalDouble.empty());
        assertThat(column(figure, "x")).containsExactly(640 / (64 * Math.log(64)), 1280 / (128 * Math.log(128)));
    }

    /** Rows of theory are told apart from those of runs, and curves that no run has are not drawn. */
    @Test
    void theoryStandsBesideTheRunsOfItsSeries() {
        Series other = new Series("", "128", 128);
        Figure figure = (Figure) LearningCurves.of(
                Observed.TEST_ERROR,
                Scaling.SAMPLES,
                "d",
                Map.of(SERIES, List.of(level(10, 0.5), level(20, 0.4))),
                Map.of(SERIES, List.of(level(10, 0.49)), other, List.of(level(10, 0.48))),
                OptionalDouble.empty());
        assertThat(column(figure, "source")).containsExactly("runs", "runs", FittedLaw.RECURSION);
        assertThat(column(figure, "q50")).containsExactly(0.5, 0.4, 0.49);
        assertThat(LearningCurves.legend(true)).contains("Dashed lines are theory, without a free parameter");
        assertThat(LearningCurves.legend(false)).doesNotContain("theory");
        assertThat(figure.specification().toString()).contains("strokeDash");
    }

    @Test
    void longCurvesAreThinnedAndKeepBothEnds() {
        List<BandLevel> levels = new ArrayList<>();
        for (int i = 0; i <= 5000; i++) {
            levels.add(level(i, 0.5));
        }
        List<Object> samples = column(
                LearningCurves.of(
                        Observed.TEST_ERROR,
                        Scaling.SAMPLES,
                        "d",
                        Map.of(SERIES, levels),
                        Map.of(),
                        OptionalDouble.empty()),
                "samples");
        assertThat(samples)
                .hasSizeBetween(100, 200)
                .startsWith(1L)
                .endsWith(5000L)
                .doesNotHaveDuplicates();
    }

    @Test
    void censoredRunsAndMediansAreMarked() {
        Entry figure = SampleComplexity.of(
                AlongAxis.DIMENSION,
                List.of(new MeasuredGroup(
                        "",
                        List.of(
                                cell(64, 20, 1000, 900),
                                cell(128, 3, Double.POSITIVE_INFINITY, 2500),
                                cell(256, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
                        Map.of(256.0, List.of(Crossing.after(3000))),
                        List.of())),
                List.of());
        assertThat(column(figure, "kind"))
                .containsExactly("censored run", "median", "open above", "censored median", "censored median");
        assertThat(column(figure, "samples")).containsExactly(3000.0, 1000.0, 1000.0, 2500.0, 3000.0);
        assertThat(((Figure) figure).caption()).contains("open triangle");
    }

    /** Five runs set the interval of their median no end: it is drawn over the runs, with arrowheads, and not to the edge of the plot. */
    @Test
    void openIntervalsEndInArrowheads() {
        List<Crossing> crossings = List.of(
                Crossing.between(700, 800),
                Crossing.between(800, 900),
                Crossing.between(900, 1000),
                Crossing.between(1000, 1100),
                Crossing.between(1100, 1200));
        Quantile median = KaplanMeier.ofUpperEnds(crossings).median();
        CellFit cell = new CellFit(64, 5, 5, 0, median, Optional.empty());
        Entry figure = SampleComplexity.of(
                AlongAxis.DIMENSION,
                List.of(new MeasuredGroup("", List.of(cell), Map.of(64.0, crossings), List.of())),
                List.of());
        assertThat(column(figure, "kind").subList(5, 8)).containsExactly("median", "open below", "open above");
        assertThat(column(figure, "samples").subList(5, 8)).containsExactly(1000.0, 800.0, 1200.0);
        assertThat(column(figure, "from").get(5)).isEqualTo(800.0);
        assertThat(column(figure, "to").get(5)).isEqualTo(1200.0);
        assertThat(((Figure) figure).caption()).contains("An arrowhead stands");
    }

    private static List<Object> ofMedians(Entry figure, String column) {
        List<Object> kinds = column(figure, "kind");
        List<Object> values = column(figure, column);
        return IntStream.range(0, kinds.size())
                .filter(row -> kinds.get(row).equals("median"))
                .mapToObj(values::get)
                .toList();
    }

    @Test
    void aValueWithoutALogarithmStandsApartAndIsSaid() {
        AlongAxis axis = new AlongAxis("init_scale", "init_scale", "none");
        Figure figure = (Figure) SampleComplexity.of(
                axis,
                List.of(group(cell(0, 20, 800, 700), cell(0.001, 20, 900, 800), cell(1, 20, 1000, 900))),
                List.of());
        assertThat(ofMedians(figure, "init_scale")).containsExactly(0.0, 0.001, 1.0);
        assertThat(figure.caption()).contains("init_scale = 0 has no place on a logarithmic axis and stands apart");
        assertThat(Json.text(figure.plot())).contains("\"field\":\"place\"", "\"calculate\":", "? '0' :");
    }

    @Test
    void anAxisFromZeroOverFewValuesIsLinear() {
        AlongAxis axis = new AlongAxis("label_noise", "label_noise", "none");
        Figure figure = (Figure) SampleComplexity.of(
                axis,
                List.of(group(cell(0, 20, 800, 700), cell(0.1, 20, 900, 800), cell(0.3, 20, 1000, 900))),
                List.of());
        assertThat(figure.caption()).contains("The axis of label_noise is linear");
        assertThat(Json.text(figure.plot()))
                .contains("\"field\":\"label_noise\"")
                .doesNotContain("calculate");
    }

    @Test
    void whatIsNoNumberStandsApartUnderItsName() {
        AlongAxis axis = new AlongAxis("width", "width", "infinite");
        Figure figure = (Figure) SampleComplexity.of(
                axis,
                List.of(group(cell(16, 20, 800, 700), cell(64, 20, 900, 800), cell(Double.NaN, 20, 700, 600))),
                List.of());
        assertThat(ofMedians(figure, "width")).containsExactly(16.0, 64.0, "infinite");
        assertThat(figure.caption()).contains("width = infinite stands apart, at the right edge.");
    }

    private static final AlongAxis NOISE = new AlongAxis("label_noise", "label_noise", "none");

    private static FinalLevel end(double x, FinalQuantity quantity, Double... values) {
        return FinalLevel.of("", x, quantity, List.of(values));
    }

    @Test
    void bandsOfWhatRunsEndWithHoldNineTenths() {
        Double[] ranks = IntStream.rangeClosed(0, 20).mapToObj(i -> (double) i).toArray(Double[]::new);
        Figure figure = (Figure) Finals.of(
                NOISE,
                List.of(
                        end(0, FinalQuantity.TEST_ERROR, 0.1),
                        end(0.1, FinalQuantity.TEST_ERROR, ranks),
                        end(0, FinalQuantity.ALIGNMENT, 0.9),
                        end(0.1, FinalQuantity.ALIGNMENT, 0.8)),
                Finals.Stopped.BY_BUDGET);
        assertThat(column(figure, "panel"))
                .containsExactly("test error", "test error", "alignment of the neurons", "alignment of the neurons");
        assertThat(rows(figure).rows().get(1))
                .containsExactly("test error", "along", "", 0.1, 10.0, 1.0, 19.0, 21, 0, 0);
        assertThat(figure.isWide()).isTrue();
        assertThat(figure.caption())
                .contains("5th to the 95th percentile", "The axis of label_noise is linear")
                .doesNotContain("target", "residual");
    }

    @Test
    void whatIsInfiniteOrMissingInTheEndIsCountedAndNotDrawn() {
        double infinite = Double.POSITIVE_INFINITY;
        Figure figure = (Figure) Finals.of(
                NOISE,
                List.of(
                        end(0, FinalQuantity.IMBALANCE, 0.1, 0.2, Double.NaN),
                        end(0.1, FinalQuantity.IMBALANCE, 0.1, 0.2, infinite),
                        end(0.2, FinalQuantity.IMBALANCE, 0.1, infinite, infinite)),
                Finals.Stopped.BY_TARGET);
        assertThat(column(figure, "label_noise")).containsExactly(0.0, 0.1);
        assertThat(rows(figure).rows().get(1)).containsSubsequence(0.2, null, null, 3, 1, 0);
        assertThat(figure.caption())
                .contains(
                        "Runs that met their target ended there.",
                        "The imbalance of the blocks is infinite in 3 runs, which count as the largest",
                        "1 run has no imbalance of the blocks.");
    }

    /** No line joins a value of the axis to what is none. */
    @Test
    void whatRunsEndWithWhereTheAxisHasNoNumberStandsApart() {
        Entry figure = Finals.of(
                new AlongAxis("width", "width", "infinite"),
                List.of(
                        end(16, FinalQuantity.ALIGNMENT, 0.7),
                        end(64, FinalQuantity.ALIGNMENT, 0.8),
                        end(Double.NaN, FinalQuantity.ALIGNMENT, 0.9)),
                Finals.Stopped.BY_BUDGET);
        assertThat(column(figure, "kind")).containsExactly("along", "along", "apart");
        assertThat(column(figure, "width")).containsExactly(16.0, 64.0, "infinite");
    }

    @Test
    void oneValueOfAnAxisIsNoPicture() {
        assertThat(Finals.of(NOISE, List.of(end(0, FinalQuantity.TEST_ERROR, 0.1)), Finals.Stopped.BY_BUDGET))
                .isInstanceOf(LeftOut.class);
    }

    @Test
    void theResidualIsAShareOfAllMass() {
        assertThat(FinalQuantity.RESIDUAL.of(List.of(1.0, 2.0, 2.0, 2.5, 2.5))).isEqualTo(0.1);
        assertThat(FinalQuantity.RESIDUAL.of(List.of(0.0, 0.0, 0.0, 0.0, 0.0))).isNaN();
        assertThat(FinalQuantity.TEST_ERROR.of(List.of(0.3))).isEqualTo(0.3);
    }

    @Test
    void samplesPerDimensionAreDividedByTheirOwn() {
        Entry figure = SampleComplexity.perDimension(
                List.of(group(cell(64, 20, 640, 320), cell(128, 20, 2560, 1280))), List.of());
        assertThat(ofMedians(figure, "samples_per_d")).containsExactly(10.0, 20.0);
        assertThat(ofMedians(figure, "low")).containsExactly(5.0, 10.0);
    }

    @Test
    void theGapToTheoryIsRunsOverTheoryLessOne() {
        CellFit median = new CellFit(64, 20, 20, 0, new Quantile(0.5, 900, new Interval(800, 1100)), Optional.empty());
        Prediction theory = new Prediction(64, 1000, new Interval(700, 1500), new Interval(700, 1500));
        Prediction elsewhere = new Prediction(128, 2000, Interval.UNBOUNDED, Interval.UNBOUNDED);
        Entry figure = TheoryGap.of(
                AlongAxis.DIMENSION,
                List.of(group(median, cell(256, 20, 3000, 2900))),
                List.of(
                        new FittedLaw(
                                "",
                                FittedLaw.RECURSION,
                                FittedLaw.Origin.RECURSION,
                                List.of(theory, elsewhere),
                                List.of()),
                        new FittedLaw("", "c d", FittedLaw.Origin.FIT, List.of(theory), List.of())));
        assertThat(column(figure, "gap")).containsExactly(900.0 / 1000 - 1);
        assertThat(column(figure, "from")).containsExactly(800.0 / 1000 - 1);
        assertThat(column(figure, "to")).containsExactly(1100.0 / 1000 - 1);
        assertThat(column(figure, "starts_from")).containsExactly(700.0 / 1000 - 1);
        assertThat(column(figure, "starts_to")).containsExactly(0.5);
        assertThat(((Figure) figure).caption()).doesNotContain("set an interval no end");
    }

    @Test
    void mapsWithoutDivergenceSaySo() {
        Entry map =
                PhaseDiagram.of(Measure.DIVERGENCE, "width", "d", List.of(new MapCell("", "1", "2", 10, 0, 0, 0.3)));
        assertThat(map).isEqualTo(new LeftOut("Share of runs that diverged, by width and d", "No run diverged."));
    }

    @ParameterizedTest
    @EnumSource(ObservableSet.class)
    void observablesWithOneCellHaveOnePanel(ObservableSet set) {
        Entry figure = ObservableCurves.of(
                set,
                set.columns().stream()
                        .map(column -> new BandLevel(0, column, 100, 20, 0.05, 0.1, 0.2, 0.3, 0.35))
                        .toList(),
                List.of(),
                List.of(),
                NAMES);
        assertThat(((Figure) figure).isWide()).isFalse();
        assertThat(rows(figure).rows()).hasSameSizeAs(set.columns());
    }

    @Test
    void manyPanelsAreCutDownAndTheCaptionSaysSo() {
        Map<Series, List<BandLevel>> curves = new LinkedHashMap<>();
        for (int i = 1; i <= 40; i++) {
            curves.put(new Series("eta = " + i, "64", 64), List.of(level(10, 0.5)));
        }
        Figure figure = (Figure)
                LearningCurves.of(Observed.TEST_ERROR, Scaling.SAMPLES, "d", curves, Map.of(), OptionalDouble.empty());
        assertThat(figure.caption()).endsWith("Of 40 panels, 12 are drawn.");
        assertThat(column(figure, "panel")).contains("eta = 1", "eta = 40").hasSize(12);
    }

    /** A rule at its error that every panel has, within the scale. */
    @Test
    void theBestLineIsDrawnBesideTheCurves() {
        Map<Series, List<BandLevel>> curves = Map.of(SERIES, List.of(level(10, 0.4), level(20, 0.01)));
        Figure figure = (Figure) LearningCurves.of(
                Observed.TEST_ERROR, Scaling.SAMPLES, "d", curves, Map.of(), OptionalDouble.of(0.03149));
        assertThat(figure.plot().toString()).contains("best line, 3.15 %", "[0.01,0.4]");
        Figure without = (Figure)
                LearningCurves.of(Observed.TEST_ERROR, Scaling.SAMPLES, "d", curves, Map.of(), OptionalDouble.empty());
        assertThat(without.plot().toString()).doesNotContain("best line");
    }

    @Test
    void errorsByDistanceAreMediansOverRuns() {
        List<RunTenth> tenths = new ArrayList<>();
        for (int replicate = 0; replicate < 3; replicate++) {
            for (int step : new int[] {1000, 30}) {
                tenths.add(new RunTenth(0, replicate, step, 1, 0, 0.1, 40, 0.1 * (replicate + 1)));
                tenths.add(new RunTenth(0, replicate, step, 2, 0.1, 0.2 + 0.1 * replicate, 40, 0));
            }
        }
        Entry figure = DistanceErrors.of(tenths, NAMES);
        assertThat(column(figure, "step")).containsExactly("30", "30", "1,000", "1,000");
        assertThat(column(figure, "tenth")).containsExactly(1L, 2L, 1L, 2L);
        assertThat(column(figure, "median")).containsExactly(0.2, 0.0, 0.2, 0.0);
        assertThat(column(figure, "runs")).containsOnly(3L);
        assertThat((double) column(figure, "distance_to").get(1)).isCloseTo(0.3, within(1e-12));
    }

    /** Of four neurons with the masses 1, 1, 2 and 0, along two directions. */
    @Test
    void anglesAreWeightedByMass() {
        List<NeuronRow> neurons = List.of(
                new NeuronRow(0, 5, new Neuron(1, Math.sqrt(0.5), -Math.sqrt(0.5))),
                new NeuronRow(0, 5, new Neuron(-1, Math.sqrt(0.5), -Math.sqrt(0.5))),
                new NeuronRow(0, 5, new Neuron(0.5, 4, 0)),
                new NeuronRow(0, 5, new Neuron(0, 1, 0)));
        Entry figure = AngleHistogram.of(neurons, NAMES);
        assertThat(column(figure, "panel")).containsOnly("d = 64, step 5, concentration 0.00");
        assertThat(column(figure, "from")).containsExactly(-47.5, -47.5, -2.5);
        assertThat(column(figure, "sign")).containsExactly("a ≥ 0", "a < 0", "a ≥ 0");
        assertThat(column(figure, "low")).containsExactly(0.0, 0.25, 0.0);
        assertThat(column(figure, "high")).containsExactly(0.25, 0.5, 0.5);
        assertThat(((Figure) figure).caption()).endsWith(" It is drawn for d = 64, step 5, concentration 0.00.");
    }

    /** Pieces of a circle are on the circle, and the columns inside of it have its area. */
    @Test
    void contoursAreZeros() {
        Contour circle = Contour.of((x1, x2) -> 4 - x1 * x1 - x2 * x2, 3);
        assertThat(circle.lines()).hasSizeGreaterThan(60).allSatisfy(line -> {
            assertThat(Math.hypot(line.x1(), line.x2())).isCloseTo(2, within(2e-3));
            assertThat(Math.hypot(line.toX1(), line.toX2())).isCloseTo(2, within(2e-3));
        });
        double area = circle.regions().stream()
                .filter(Contour.Region::isPositive)
                .mapToDouble(region -> (region.toX1() - region.x1()) * (region.toX2() - region.x2()))
                .sum();
        assertThat(area).isCloseTo(4 * Math.PI, within(0.05));
        double all = circle.regions().stream()
                .mapToDouble(region -> (region.toX1() - region.x1()) * (region.toX2() - region.x2()))
                .sum();
        assertThat(all).isCloseTo(36, within(1e-9));
    }

    /** The boundary of XOR is two straight lines, also where they cross. */
    @Test
    void aCrossIsNotRounded() {
        Contour cross = Contour.of((x1, x2) -> -x1 * x2, 3);
        assertThat(cross.lines()).hasSize(2 * 61).allSatisfy(line -> {
            assertThat(Math.min(Math.abs(line.x1()), Math.abs(line.x2()))).isCloseTo(0, within(1e-12));
            assertThat(Math.min(Math.abs(line.toX1() - line.x1()), Math.abs(line.toX2() - line.x2())))
                    .isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void mapsShowBothBoundaries() {
        LearnedBoundary tilted = new LearnedBoundary(0, 7, (x1, x2) -> x2 - x1, (x1, x2) -> x2 - Math.sin(x1));
        Entry figure = BoundaryMap.of(List.of(tilted), NAMES);
        assertThat(column(figure, "panel")).containsOnly("d = 64, step 7");
        assertThat(column(figure, "name")).contains("f says +1", "f says −1", "boundary of f", "true boundary");
    }

    @Test
    void utilisationKeepsPeaks() {
        List<Load> steps = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            steps.add(new Load(i, i == 54_321 ? 9 : 1));
        }
        List<Object> running = column(Utilisation.of(steps), "running");
        assertThat(running).hasSizeLessThan(1600).contains(9L);
    }

    @Test
    void tablesAreQuotedAndWhatIsNotFiniteIsEmpty() {
        DataTable table = DataTable.of("name", "value")
                .add("a \"b\", c", 1e-7)
                .add("line\nbreak", Double.NaN)
                .add(null, 12_345_678_901L)
                .build();
        assertThat(table.csv())
                .isEqualTo("name,value\r\n\"a \"\"b\"\", c\",1.0E-7\r\n\"line\nbreak\",\r\n,12345678901\r\n");
        assertThat(Json.text(table.json())).contains("{\"name\":\"line\\nbreak\",\"value\":null}");
    }

    @Test
    void sixDigitsOfAFractionAndAllOfACount() {
        assertThat(Json.text(Json.object("a", 0.123456789, "b", 123_456_789.0, "c", 1234.5678)))
                .isEqualTo("{\"a\":0.123457,\"b\":123456789,\"c\":1234.57}");
    }

    @Test
    void ticksAreRoundAndFew() {
        assertThat(new Scale("log", 3, 2e6).ticks()).containsExactly(10.0, 100.0, 1000.0, 1e4, 1e5, 1e6);
        assertThat(new Scale("log", 0.02, 0.5).ticks()).containsExactly(0.03, 0.1, 0.3);
        assertThat(new Scale("log", 0.86, 1.08).ticks()).containsExactly(0.9, 0.95, 1.0, 1.05);
        assertThat(new Scale("linear", -0.3, 0.31).ticks()).containsExactly(-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3);
        assertThat(new Scale("log", 1e-9, 1e9).ticks()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void namesOfFilesAreHarmless() {
        assertThatThrownBy(() -> new Figure("../x", "t", "c", "a", Json.object(), Map.of()))
                .hasMessage("Invalid figure id: ../x (expected lower-case words joined by hyphens)");
        Figure map = (Figure) PhaseDiagram.of(
                Measure.SUCCESS, "../../Etc", "<b>", List.of(new MapCell("", "1", "2", 10, 0.5, 0, 0.3)));
        assertThat(map.id()).isEqualTo("map-success-etc-b");
    }
}
