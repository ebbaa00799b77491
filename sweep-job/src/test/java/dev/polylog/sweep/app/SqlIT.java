package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.StoreSession;
import dev.polylog.sweep.store.Table;
import dev.polylog.sweep.store.Takeover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over a store, and nothing but queries. */
class SqlIT {
    @TempDir
    static Path folder;

    private static Path store;

    @BeforeAll
    static void train() throws IOException {
        Path sweep = Files.writeString(folder.resolve("study.conf"), """
                name = study
                run { width = 4, batch-size = 16, max-steps = 20, observe = 10 }
                grid { d = [4, 8], step-size = [0.1, 1e9] }
                """);
        store = folder.resolve("store");
        Answer.to("run", sweep, "--out", store);
    }

    @Test
    void tablesForPeople() {
        assertThat(query("select d, count(*) as n from runs group by d order by d", "table"))
                .isEqualTo("""
                        d  n
                        4  2
                        8  2
                        """);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertThat(query("select 'a,\"b\"' as x, null as y, double('NaN') as z", "csv"))
                .isEqualTo("""
                        x,y,z
                        "a,""b""\",,NaN
                        """);
    }

    @Test
    void jsonIsJsonAlsoForWhatIsNotANumber() {
        assertThat(query("select 1 as a, null as b, double('Infinity') as c union all select 2, 'x', 0.5", "json"))
                .isEqualTo("""
                        [
                        {"a":1,"b":null,"c":"Infinity"},
                        {"a":2,"b":"x","c":0.5}
                        ]
                        """);
    }

    @Test
    void columnsOfOneNameAreNoJson() {
        String join = "select r.run_id, t.run_id from runs r join trajectories t on r.run_id = t.run_id limit 1";
        Answer json = Answer.to("sql", store, join, "--format", "json");
        assertThat(json.exitCode()).isEqualTo(2);
        assertThat(json.err()).contains("two columns are called run_id, and JSON has room for one");
        assertThat(query(join, "csv")).startsWith("run_id,run_id\n");
    }

    @Test
    void aTableThatIsTooWideStandsOnEnd() {
        assertThat(query("select d, step_size from runs order by all limit 1", "vertical"))
                .isEqualTo("""
                        row 1
                          d          4
                          step_size  0.1
                        """);
        assertThat(query("select d from runs where d > 9", "vertical")).isEqualTo("no rows\n");
    }

    @Test
    void tablesAreDescribed() {
        for (String statement : new String[] {"describe runs", "DESC runs;", " describe table Runs "}) {
            Answer answer = Answer.to("sql", store, statement);
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out()).contains("  run_id ", "(string)", "  reached_at_samples ");
        }
        assertThat(query("describe trajectories", "csv").lines())
                .startsWith("column,type,meaning")
                .hasSize(1 + Table.TRAJECTORIES.columns().size());
        assertThat(Answer.to("sql", store, "describe nothing").err()).contains("\"describe runs\" lists its columns");
        assertThat(Answer.to("sql", store, "describe runs", "--format", "json").exitCode())
                .isEqualTo(2);
    }

    @Test
    void theTablesJoin() {
        assertThat(query(
                        "select count(*) from trajectories join runs using (run_id) where outcome = 'exhausted'",
                        "csv"))
                .endsWith("\n6\n");
        assertThat(query("select count(*) from neurons", "csv")).endsWith("\n0\n");
    }

    @Test
    void errorsByDistanceAverageToTheTestError() throws IOException {
        Path sweep = Files.writeString(folder.resolve("near.conf"), """
                name = near
                run { inputs = gaussian, width = 4, batch-size = 16, max-steps = 20, test-size = 105, snapshots = [last] }
                """);
        Path near = folder.resolve("near");
        Answer.to("run", sweep, "--out", near);
        String mean = "select count(*), max(abs(final_test_error - mean)) < 1e-12 from runs join"
                + " (select run_id, sum(samples * test_error) / sum(samples) as mean from distances group by run_id)"
                + " using (run_id)";
        assertThat(Answer.to("sql", near, mean, "--format", "csv").out()).endsWith("\n1,true\n");
        assertThat(Answer.to("sql", near, "select count(*) from distances", "--format", "csv")
                        .out())
                .endsWith("\n10\n");
    }

    /** As in stores that are older than it. */
    @Test
    void aTableWithoutAFolderIsEmpty() throws IOException {
        Files.deleteIfExists(store.resolve("distances"));
        assertThat(query("select count(*) from distances", "csv")).endsWith("\n0\n");
    }

    @Test
    void aStoreWithoutRunsHasEmptyTables() throws IOException {
        Path empty = folder.resolve("empty");
        StoreSession.open(empty.toString(), "empty", Takeover.REFUSE).close();
        for (String table : new String[] {"runs", "trajectories", "neurons", "distances"}) {
            Answer answer = Answer.to("sql", empty, "select count(*) from " + table, "--format", "csv");
            assertThat(answer.out()).as(answer.err()).endsWith("\n0\n");
        }
        assertThat(Answer.to("status", empty).out()).contains("0 in the store");
        assertThat(Answer.to("verify", empty).exitCode()).isZero();
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a [b] {c} d%20é"));
        Path sweep = folder.resolve("study.conf");
        Answer.to("run", sweep, "--out", odd.resolve("s"));
        Answer answer = Answer.to("sql", odd.resolve("s"), "select count(*) from trajectories", "--format", "csv");
        assertThat(answer.out()).as(answer.err()).isEqualTo(query("select count(*) from trajectories", "csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table runs",
                "create table x as select * from runs",
                "create temporary view x as select 1",
                "set spark.sql.runSQLOnFiles=true",
                "insert into runs select * from runs",
                "insert overwrite directory '/tmp/polylog-must-not-exist' using csv select 1",
                "with t as (select 1 as x) insert overwrite directory '/tmp/polylog-must-not-exist' using csv select x from t",
                "from runs insert overwrite directory '/tmp/polylog-must-not-exist' using csv select run_id",
                "select reflect('java.lang.System', 'getProperty', 'user.home')",
                "select java_method('java.lang.System', 'nanoTime') from runs",
                "select try_reflect('java.lang.System', 'nanoTime')",
                "select identifier('reflect')('java.lang.System', 'getProperty', 'user.home')",
                "select system.builtin.reflect('java.lang.System', 'nanoTime')",
                "select * from runs where d = (select max(reflect('java.lang.Math', 'abs', 1)) from runs)",
                "values (reflect('java.lang.System', 'nanoTime'))",
                "select transform(run_id) using 'cat' as (x) from runs",
                "select * from parquet.`/etc`",
                "select * from text.`/etc/passwd`",
                "select * from csv.`file:///etc/passwd`",
                "execute immediate 'drop table runs'",
                "begin select 1; end",
                "show tables",
                "selec 1",
                "select 1/0 from runs",
                "select cast('a' as int)",
                "select nothing from runs",
                ""
            })
    void everythingElseIsRefused(String statement) throws IOException {
        String[] before = files();
        Answer answer = Answer.to("sql", store, statement);
        assertThat(answer.exitCode()).as(statement + " " + answer.all()).isEqualTo(2);
        assertThat(answer.err()).isNotBlank().doesNotContain("the whole story");
        assertThat(answer.out()).isEmpty();
        assertThat(files()).isEqualTo(before);
        assertThat(Path.of("/tmp/polylog-must-not-exist")).doesNotExist();
    }

    private static String query(String sql, String format) {
        Answer answer = Answer.to("sql", store, sql, "--format", format);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }

    private static String[] files() throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.sorted().map(Path::toString).toArray(String[]::new);
        }
    }
}
