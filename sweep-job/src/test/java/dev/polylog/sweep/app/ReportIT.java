package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.format.Csv;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Schema;
import dev.polylog.sweep.store.StoreSession;
import dev.polylog.sweep.store.Takeover;
import dev.polylog.sweep.study.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a user makes it. */
class ReportIT {
    private static final String SWEEP = """
            name = small
            run {
              inputs = boolean, width = 16, batch-size = "8 * d", step-size = 0.2
              max-steps = 150, observe = 2, stop-at-error = 0.1, test-size = 200, snapshots = [0, 10]
            }
            grid { d = [8, 16, 32], label-noise = [0, 0.05] }
            replicates = 3
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path store;

    private static Answer run;

    @BeforeAll
    static void train() throws IOException {
        store = shared.resolve("store");
        run = Answer.exactlyTo("run", write(shared, SWEEP), "--out", store);
    }

    private static Path write(Path folder, String sweep) throws IOException {
        return Files.writeString(folder.resolve("sweep.conf"), sweep);
    }

    @Test
    void aRunEndsWithAReport() throws IOException {
        assertThat(run.exitCode()).as(run.all()).isZero();
        assertThat(run.out())
                .contains("18 of 18 runs")
                .contains("In each of 2 groups: Undecided: 0.6 decades of d are too few")
                .contains("Theory, without a free parameter, is off the medians of the runs by ")
                .contains("Report: " + store + "/report.html")
                .doesNotContain("Warning");
        assertThat(Files.readString(store.resolve("report.html")))
                .contains(
                        "Runs by cell",
                        "Test error against samples",
                        "Samples to the target",
                        "Laws for label_noise = 0")
                .contains("Neurons", "Inside the network", "Processor time", "batch_size = 8 * d");
        assertThat(Files.size(store.resolve("report.html"))).isLessThan(10_000_000);
        assertThat(store.resolve("figures")).isDirectoryContaining("glob:**/sample-complexity.svg");
        assertThat(names(store)).noneMatch(name -> name.matches("\\..*[0-9a-f]{8}-.*"));
    }

    @Test
    void resultsAreTablesOfTwoKinds() throws IOException {
        for (Schema<?> table : Results.SCHEMAS) {
            List<String> columns = table.columns().stream().map(Column::name).toList();
            List<String> lines = Files.readAllLines(store.resolve("analysis/" + table.name() + ".csv"));
            assertThat(lines.get(0)).isEqualTo(Csv.line(columns));
            Path file = store.resolve("analysis/" + table.name() + ".parquet");
            try (ParquetFileReader parquet = ParquetFileReader.open(
                    HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
                assertThat(parquet.getFileMetaData().getSchema().getFields().stream()
                                .map(Type::getName))
                        .containsExactlyElementsOf(columns);
                assertThat(parquet.getRecordCount()).isEqualTo(lines.size() - 1L);
            }
        }
        assertThat(Files.readAllLines(store.resolve("analysis/crossings.csv"))).hasSize(19);
        assertThat(Files.readAllLines(store.resolve("analysis/cells.csv")))
                .hasSize(7)
                .anyMatch(line -> line.startsWith("label_noise = 0.05,d,32.0,32,3,3,0,0,0,0,"));
        assertThat(Files.readAllLines(store.resolve("analysis/laws.csv")))
                .anyMatch(
                        line -> line.startsWith("label_noise = 0,d,test_error,0.1,3,undecided,d (c0 + c1 log d),c1,"));
    }

    @Test
    void theSameAgainWhileADriverHoldsTheStore() throws IOException {
        Map<String, String> before = results();
        try (StoreSession driver = StoreSession.open(store.toString(), "small", Takeover.REFUSE)) {
            assertThat(driver.damaged()).isEmpty();
            Answer again = Answer.to("report", store);
            assertThat(again.exitCode()).as(again.all()).isZero();
            assertThat(again.out()).contains("Report: ");
        }
        assertThat(results()).isEqualTo(before);
    }

    private static Map<String, String> results() throws IOException {
        Map<String, String> results = new TreeMap<>();
        for (Schema<?> table : Results.SCHEMAS) {
            results.put(table.name(), Files.readString(store.resolve("analysis/" + table.name() + ".csv")));
        }
        return results;
    }

    @Test
    void refusesWhatRunsCouldNotShow() {
        Answer below = Answer.to("report", store, "--threshold", "0.01");
        assertThat(below.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(below.err()).contains("Cannot estimate when runs reach 0.01, they were stopped at 0.1");
        Answer longer = Answer.to("report", store, "--confirm", "4");
        assertThat(longer.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(longer.err()).contains("Cannot ask for 4 consecutive checkpoints");
        Answer axis = Answer.to("report", store, "--axis", "inputs");
        assertThat(axis.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(axis.err())
                .contains("Invalid --axis: inputs (expected one of")
                .contains("batch_size");
        assertThat(Answer.to("report", store, "--threshold", "NaN").err()).contains("Invalid --threshold: NaN");
        assertThat(Answer.to("report", folder).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void othersThresholdsAndAnAxisThatIsAFormula() throws IOException {
        Path copy = folder.resolve("copy");
        Answer trained = Answer.to("run", write(folder, SWEEP), "--out", copy, "--set", "grid.label-noise=[0]");
        assertThat(trained.exitCode()).isZero();
        assertThat(copy.resolve("report.html")).doesNotExist();
        Answer report = Answer.to(
                "report",
                copy,
                "--axis",
                "batch-size",
                "--law",
                "--threshold",
                "0.2",
                "--threshold",
                "0.3",
                "--confirm",
                "1");
        assertThat(report.exitCode()).as(report.all()).isZero();
        assertThat(report.out()).contains("decades of batch_size");
        assertThat(Files.readString(copy.resolve("report.html")))
                .contains("a test error of at most 0.2 at one checkpoint", "With a test error of at most 0.3");
        assertThat(Files.readAllLines(copy.resolve("analysis/cells.csv"))).hasSize(1 + 2 * 3);
    }

    @Test
    void saysSoWhereThereIsNothingToSay() throws IOException {
        Path empty = folder.resolve("empty");
        StoreSession.open(empty.toString(), "empty", Takeover.REFUSE).close();
        Answer nothing = Answer.to("report", empty);
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out()).contains("Nothing to report: no run in " + empty + " has ended yet.");
        assertThat(empty.resolve("report.html")).doesNotExist();
    }

    @Test
    void oneRun() throws IOException {
        Path one = folder.resolve("one");
        Answer answer = Answer.exactlyTo(
                "run",
                write(folder, "name = one\nrun { d = 8, width = 4, batch-size = 8, max-steps = 5, test-size = 16 }"),
                "--out",
                one);
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(answer.out())
                .contains(
                        "There is only one value of d, 8, so there is no law to look for. 0 of 1 run reached the threshold")
                .contains("Report: ")
                .doesNotContain("Warning");
        assertThat(Files.readString(one.resolve("report.html"))).contains("A map takes two fields that vary.");
    }

    @Test
    void allRunsDiverge() throws IOException {
        Path bad = folder.resolve("bad");
        Answer answer = Answer.exactlyTo("run", write(folder, """
                        name = bad
                        run { width = 4, batch-size = 8, step-size = 1e30, max-steps = 50, test-size = 16 }
                        grid { d = [8, 16], init-scale = [0.1, 1] }
                        replicates = 2"""), "--out", bad);
        assertThat(answer.exitCode()).isEqualTo(ExitCode.BAD_RUNS);
        assertThat(answer.out())
                .containsPattern(" 8 +0.1 +2 +2 +-\n")
                .contains("Report: ")
                .contains(
                        "In each of 2 groups: 4 runs diverged, so that there is no n* to speak of, and are not counted. "
                                + "No other run has a trajectory yet.")
                .doesNotContain("Warning");
        assertThat(Files.readString(bad.resolve("report.html"))).contains("8 diverged", "Share of runs that diverged");
    }

    @Test
    void aReportThatFailsIsOneLine() throws IOException {
        Path sweep =
                write(folder, "name = one\nrun { d = 8, width = 4, batch-size = 8, max-steps = 5, test-size = 16 }");
        Path fine = folder.resolve("fine");
        assertThat(Answer.to("run", sweep, "--out", fine).exitCode()).isZero();
        Files.createDirectories(fine.resolve("report.html").resolve("in the way"));
        Answer answer = Answer.exactlyTo("run", sweep, "--out", fine);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Warning: no report, ").contains("`polylog report " + fine + "` tries again");
        assertThat(names(fine)).noneMatch(name -> name.startsWith(".report"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
