package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command starts, resumes, retries and extends; what is finished is never trained again. */
class ResumeIT {
    private static final String SWEEP = """
            name = study
            run { width = 8, batch-size = 32, max-steps = 40, observe = 10 }
            grid { d = [4, 8] }
            replicates = 3
            """;

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void nameTheStore() {
        store = folder.resolve("store");
    }

    @Test
    void aFinishedSweepTrainsNothing() throws IOException {
        run(SWEEP);
        List<Path> files = files();
        Answer again = run(SWEEP);
        assertThat(again.out()).contains("Nothing to train: 6 runs reused");
        assertThat(again.exitCode()).isZero();
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void newValuesAndReplicatesTrainOnlyWhatIsNew() {
        run(SWEEP);
        List<String> before = Content.of(store);
        assertThat(run(SWEEP.replace("[4, 8]", "[4, 8, 16]")).out())
                .contains("Training 3 runs")
                .contains("6 reused");
        assertThat(run(SWEEP.replace("replicates = 3", "replicates = 5")).out())
                .contains("Training 4 runs")
                .contains("6 reused");
        assertThat(Content.of(store, Table.RUNS)).hasSize(13);
        assertThat(Content.of(store)).containsAll(before);
    }

    @Test
    void moreStepsContinueTheTrajectoriesBitForBit() {
        run(SWEEP);
        List<String> shorter = withoutRunId(Content.of(store, Table.TRAJECTORIES));
        run(SWEEP.replace("max-steps = 40", "max-steps = 90"));
        List<String> longer = withoutRunId(Content.of(store, Table.TRAJECTORIES));
        longer.removeAll(shorter);
        // Every old row stands again in the longer trajectories; new are the steps 50 to 90 of six runs.
        assertThat(longer).hasSize(6 * 5).noneMatch(row -> row.matches(".*step=[1-4]?0 .*"));
        assertThat(Content.of(store, Table.TRAJECTORIES)).hasSize(6 * 5 + 6 * 10);
    }

    @Test
    void failedRunsAreTriedAgainAndOneRowARunIsSeen() {
        Answer failing = run(SWEEP, "--max-run-seconds", "1e-9");
        assertThat(failing.exitCode()).isEqualTo(1);
        assertThat(failing.out()).contains("6 failed, 0 diverged");
        assertThat(Content.of(store, Table.TRAJECTORIES)).isEmpty();

        Answer one = run(SWEEP, "--only", runIds().get(0));
        assertThat(one.out()).contains("Training 1 run ");
        assertThat(one.exitCode()).isEqualTo(1);

        Answer rest = run(SWEEP.replace("[4, 8]", "[4, 8, 16]"), "--only", "failed");
        assertThat(rest.out()).contains("Training 5 runs");

        Answer end = run(SWEEP);
        assertThat(end.exitCode()).isZero();
        Answer sql = Answer.to("sql", store, "select count(*), count(distinct run_id) from runs", "--format", "csv");
        assertThat(sql.out()).endsWith("6,6\n");
        Answer rows = Answer.to("sql", store, "select count(*) from trajectories", "--format", "csv");
        assertThat(rows.out()).endsWith("\n30\n");
    }

    @Test
    void freshMovesTheStoreAside() throws IOException {
        run(SWEEP);
        List<String> before = Content.of(store);
        Answer fresh = run(SWEEP, "--fresh");
        assertThat(fresh.out()).contains("Moved the earlier store to").contains("Training 6 runs");
        assertThat(Content.of(store)).isEqualTo(before);
        try (Stream<Path> entries = Files.list(folder)) {
            Path aside = entries.filter(path -> path.getFileName().toString().matches("store\\.\\d{8}-\\d{6}"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Content.of(aside)).isEqualTo(before);
        }
    }

    @Test
    void aDivergingRunIsARowAndTheOthersFinish() {
        Answer answer = run(SWEEP, "--set", "grid.step-size=[0.1, 1e6]");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("0 failed, 6 diverged").contains("12 of 12 runs");
        Answer details = Answer.to(
                "sql", store, "select distinct outcome_detail from runs where step_size > 1", "--format", "csv");
        assertThat(details.out().lines().skip(1)).allMatch(line -> line.matches(".* is not finite at step \\d+"));
        Answer again = run(SWEEP, "--set", "grid.step-size=[0.1, 1e6]");
        assertThat(again.out()).contains("Nothing to train");
        assertThat(again.exitCode()).isEqualTo(1);
    }

    @Test
    void onlyCountsWhatIsThereAndKnowsItsRuns() {
        assertThat(run(SWEEP, "--only", "failed").out()).contains("Nothing to train: 0 runs reused");
        Answer unknown = run(SWEEP, "--only", "0".repeat(32));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("this sweep has no such run");
    }

    @Test
    void badOptionsAreRefusedBeforeTheStoreIsTouched() throws IOException {
        run(SWEEP);
        List<Path> files = files();
        for (String[] options : new String[][] {
            {"--fresh", "--only", "nonsense"}, {"--fresh", "--max-hours", "0"}, {"--fresh", "--set", "name=other"}
        }) {
            Answer answer = run(SWEEP, options);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(files()).isEqualTo(files);
        }
    }

    @Test
    void failFastStopsAtTheFirstBadRun() {
        Answer answer = run(SWEEP, "--set", "run.step-size=1e6", "--set", "replicates=2000", "--fail-fast");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("Stopped at a bad run");
        assertThat(Content.of(store, Table.RUNS)).hasSizeBetween(1, 3999);
    }

    @Test
    void aTimeLimitKeepsWhatIsFinished() {
        Answer answer = run(SWEEP, "--set", "run.max-steps=20000", "--set", "replicates=500", "--max-hours", "0.0004");
        assertThat(answer.exitCode()).isEqualTo(130);
        assertThat(answer.out()).contains("Time is up");
        assertThat(Content.of(store, Table.RUNS)).hasSizeLessThan(1000);
    }

    private Answer run(String sweep, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("study.conf"), sweep);
            List<Object> arguments = new ArrayList<>(List.of("run", file, "--out", store));
            arguments.addAll(List.of(options));
            return Answer.to(arguments.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> runIds() {
        return Content.of(store, Table.RUNS).stream()
                .map(row -> row.replaceAll("run_id=(\\w+) .*", "$1"))
                .toList();
    }

    private static List<String> withoutRunId(List<String> rows) {
        return new ArrayList<>(
                rows.stream().map(row -> row.replaceAll("run_id=\\w+ ", "")).toList());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }
}
