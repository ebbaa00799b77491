package dev.polylog.sweep.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report says first. */
class AnswerTest {
    private static final String RUN =
            "run { width = 16, batch-size = \"8 * d\", step-size = 0.1, max-steps = 100000, observe = 100, stop-at-error = 0.1 }\n";

    private static Study study(String grid, int starts) {
        Sweep sweep = SweepFile.parse("name = made-up\nreplicates = 12\n" + RUN + grid);
        StudyOptions options = new StudyOptions(
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                StudyOptions.Laws.OF_DIMENSION,
                OptionalInt.of(starts));
        return Study.of(sweep, new MadeUpEvidence(sweep), options, MadeUpEvidence.ORIGIN);
    }

    private static List<Entry> first(Study study) {
        return study.content().sections().get(0).entries();
    }

    private static TextTable table(Study study) {
        return first(study).stream()
                .filter(TextTable.class::isInstance)
                .map(TextTable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLawAndItsPictureLead() {
        Study study = study("grid { d = { from = 16, to = 2048, times = 2 } }", 0);
        assertThat(study.content().headline()).hasSize(1);
        assertThat(study.content().headline().get(0))
                .contains("n* = d (c0 + c1 log d)")
                .containsPattern("c1 = [0-9.]+ \\(");
        assertThat(first(study).stream().filter(Figure.class::isInstance).map(figure -> ((Figure) figure).id()))
                .containsExactly("answer", "answer-per-dimension");
        assertThat(table(study).rows()).hasSize(1);
    }

    @Test
    void groupsAreRowsOfOneTableAndWhatTheyShareIsSaidOnce() {
        Study study = study("grid { d = { from = 16, to = 128, times = 2 }, label-noise = [0, 0.05] }", 2);
        TextTable table = table(study);
        assertThat(table.header())
                .startsWith("label_noise")
                .contains("c0", "c1", "c1 of theory", "n* of theory / runs − 1");
        assertThat(table.header()).doesNotContain("runs", "learned by");
        assertThat(table.note()).startsWith("The same in all groups: ").contains("runs: 48\u00a0(44\u00a0learned)");
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("0", "0.05");
        assertThat(study.content().headline())
                .anyMatch(words -> words.startsWith("Theory, without a free parameter, is off the medians"));
    }

    /** A number that the table has stands in no paragraph as well. */
    @Test
    void eachEstimateStandsOnce() {
        Study study = study("grid { d = { from = 16, to = 2048, times = 2 }, label-noise = [0, 0.05] }", 0);
        int c0 = table(study).header().indexOf("c0");
        for (List<String> row : table(study).rows()) {
            String value = row.get(c0).replaceAll("\u00a0.*", "");
            assertThat(words(study).filter(words -> words.contains(value)))
                    .as(value)
                    .isEmpty();
        }
    }

    private static Stream<String> words(Study study) {
        return Stream.of(
                        study.content().headline(),
                        study.content().summary(),
                        study.content().methods(),
                        study.content().sections().stream()
                                .map(Section::introduction)
                                .flatMap(List::stream)
                                .toList())
                .flatMap(List::stream);
    }

    @Test
    void withoutAnAxisCurvesAndSharesLead() {
        Study study = study("grid { inputs = [gaussian, boolean] }", 0);
        assertThat(study.content().headline()).containsExactly("22 of 24 runs learned, 92 % in each of 2 cells.");
        assertThat(first(study))
                .singleElement()
                .isInstanceOfSatisfying(
                        Figure.class, figure -> assertThat(figure.id()).isEqualTo("test-error"));
        assertThat(study.content().figures().stream()
                        .filter(figure -> figure.id().equals("test-error")))
                .hasSize(1);
    }
}
