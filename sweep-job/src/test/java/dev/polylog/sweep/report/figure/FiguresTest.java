package dev.polylog.sweep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
    private static final Series SERIES = new Series("", "64", 64);

    private static Band band(Series series, double samples, double value) {
        return new Band(series, samples, 10, value, value, value, value, value);
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
                LearningCurves.of(Quantity.TEST_ERROR, Scaling.SAMPLES, "d", List.of()),
                SampleComplexity.of("dimension d", List.of(), List.of(), List.of()),
                LocalSlopes.of("dimension d", List.of()),
                Residuals.of("dimension d", List.of()),
                Alignment.of(List.of()),
                BlockGrowth.of(List.of()),
                CostCheck.of(List.of()),
                Utilisation.of(List.of()),
                SlowRun.table(List.of())));
        for (Measure measure : Measure.values()) {
            entries.add(PhaseDiagram.of(measure, "x", "y", List.of()));
        }
        for (ObservableSet set : ObservableSet.values()) {
            entries.add(ObservableCurves.of(set, List.of(), List.of()));
        }
        assertThat(entries)
                .allSatisfy(entry -> assertThat(((LeftOut) entry).reason()).matches("[A-Z].*\\."));
    }

    @Test
    void numbersThatAreNotFiniteLeaveNothingToDraw() {
        assertThat(LearningCurves.of(Quantity.TEST_LOSS, Scaling.SAMPLES, "d", List.of(band(SERIES, 10, Double.NaN))))
                .isInstanceOf(LeftOut.class);
        assertThat(SampleComplexity.of(
                        "dimension d",
                        List.of(new CellMedian("", 64, Double.POSITIVE_INFINITY, 100, Double.POSITIVE_INFINITY, 5, 1)),
                        List.of(),
                        List.of()))
                .isInstanceOf(LeftOut.class);
    }

    @Test
    void curvesOfOneDimensionDoNotCollapse() {
        List<Band> bands = List.of(band(SERIES, 10, 0.5), band(SERIES, 20, 0.4));
        assertThat(LearningCurves.of(Quantity.TEST_ERROR, Scaling.PER_DIMENSION, "d", bands))
                .isInstanceOf(LeftOut.class);
    }

    @Test
    void scaledCurvesAreDividedByTheirOwnDimension() {
        Series larger = new Series("", "128", 128);
        Entry figure = LearningCurves.of(
                Quantity.TEST_ERROR,
                Scaling.PER_D_LOG_D,
                "d",
                List.of(band(SERIES, 640, 0.5), band(larger, 1280, 0.5)));
        assertThat(column(figure, "x")).containsExactly(640 / (64 * Math.log(64)), 1280 / (128 * Math.log(128)));
    }

    @Test
    void longCurvesAreThinnedAndKeepBothEnds() {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i <= 5000; i++) {
            bands.add(band(SERIES, i, 0.5));
        }
        List<Object> samples = column(LearningCurves.of(Quantity.TEST_ERROR, Scaling.SAMPLES, "d", bands), "samples");
        assertThat(samples)
                .hasSizeBetween(100, 200)
                .startsWith(1.0)
                .endsWith(5000.0)
                .doesNotHaveDuplicates();
    }

    @Test
    void censoredRunsAndMediansAreMarked() {
        Entry figure = SampleComplexity.of(
                "dimension d",
                List.of(
                        new CellMedian("", 64, 1000, 900, Double.POSITIVE_INFINITY, 20, 20),
                        new CellMedian("", 128, Double.POSITIVE_INFINITY, 2500, Double.POSITIVE_INFINITY, 20, 3)),
                List.of(new RunSamples("", 128, 3000, RunSamples.Status.CENSORED)),
                List.of());
        assertThat(column(figure, "kind")).containsExactly("censored run", "median", "censored median");
        assertThat(column(figure, "samples")).containsExactly(3000.0, 1000.0, 2500.0);
        assertThat(((Figure) figure).caption()).contains("open triangle");
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
                        .map(column -> new Trace("d = 64", column, 100, 0.1, 0.2, 0.3))
                        .toList(),
                List.of());
        assertThat(((Figure) figure).isWide()).isFalse();
        assertThat(rows(figure).rows()).hasSameSizeAs(set.columns());
    }

    @Test
    void manyPanelsAreCutDownAndTheCaptionSaysSo() {
        List<Band> bands = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            bands.add(band(new Series("eta = " + i, "64", 64), 10, 0.5));
        }
        Figure figure = (Figure) LearningCurves.of(Quantity.TEST_ERROR, Scaling.SAMPLES, "d", bands);
        assertThat(figure.caption()).endsWith("Of 40 panels, 12 are drawn.");
        assertThat(column(figure, "panel")).contains("eta = 1", "eta = 40").hasSize(12);
    }

    @Test
    void utilisationKeepsPeaks() {
        List<Busy> steps = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            steps.add(new Busy(i, i == 54_321 ? 9 : 1));
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
