package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.store.FaultyFileSystem.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver dies at every operation in turn that changes the disk; the next one must find a sound store. */
class CrashTest {
    private static final RunRecord OLD = SmallRuns.exhausted(0);
    private static final RunRecord DAMAGED = SmallRuns.exhausted(1);
    private static final RunRecord FIRST = SmallRuns.exhausted(2);
    private static final RunRecord SECOND = SmallRuns.failed(3);

    @TempDir
    static Path before;

    @TempDir
    Path temporary;

    /** A whole pack, one with a damaged file, an orphan, a foreign file, and what a killed driver leaves. */
    @BeforeAll
    static void prepare() throws IOException {
        FaultyFileSystem.register();
        String folder = before.toString();
        try (StoreSession session = SmallRuns.open(folder)) {
            SmallRuns.publish(folder, session.epoch(), 0, OLD);
            SmallRuns.publish(folder, session.epoch(), 1, DAMAGED);
            SmallRuns.publish(folder, session.epoch(), 2, SECOND);
        }
        Path neurons = before.resolve("neurons/00001-00001-1-0.parquet");
        Files.write(neurons, new byte[] {1, 2, 3});
        Files.copy(neurons, before.resolve("neurons/00001-00007-7-0.parquet"));
        Files.writeString(before.resolve("runs/notes.txt"), "mine");
        Files.createDirectories(before.resolve(".staging/1"));
        Files.writeString(before.resolve(".staging/1/00001-00008-8-0-runs.parquet"), "torn");
    }

    @AfterEach
    void revive() {
        FaultyFileSystem.revive();
    }

    @ParameterizedTest
    @EnumSource
    void noCrashPointLosesOrTearsAnything(Death death) throws IOException {
        int operations = operationsOfAWholeLife();
        assertThat(operations).isGreaterThan(25);
        for (int operation = 1; operation <= operations; operation++) {
            crashAndRecover(operation, death);
        }
    }

    @Test
    void aDriverThatDiesDuringTheRecoveryLosesNothingEither() throws IOException {
        int operations = operationsOfAWholeLife();
        for (int operation = 3; operation <= operations; operation += 7) {
            for (int second = 2; second <= 14; second += 5) {
                Path disk = temporary.resolve("nested-" + operation + "-" + second);
                List<RunRecord> published = crash(disk, operation, Death.AFTER);
                FaultyFileSystem.dieAt(second, Death.BEFORE);
                published.addAll(live(folder(disk)));
                assertRecovers(disk, published, "operations " + operation + ", " + second);
            }
        }
    }

    private int operationsOfAWholeLife() throws IOException {
        Path disk = temporary.resolve("whole-" + System.nanoTime());
        assertThat(crash(disk, Integer.MAX_VALUE, Death.BEFORE)).containsExactly(FIRST, SECOND);
        return FaultyFileSystem.operations();
    }

    private void crashAndRecover(int operation, Death death) throws IOException {
        Path disk = temporary.resolve(death + "-" + operation);
        assertRecovers(disk, crash(disk, operation, death), death + " operation " + operation);
    }

    /** What was published for sure before the crash. */
    private static List<RunRecord> crash(Path disk, int operation, Death death) throws IOException {
        Tree.copy(before, disk);
        FaultyFileSystem.dieAt(operation, death);
        return live(folder(disk));
    }

    private static List<RunRecord> live(String folder) {
        List<RunRecord> published = new ArrayList<>();
        try (StoreSession session = StoreSession.open(folder, SmallRuns.SWEEP, Takeover.TAKE_OVER)) {
            for (RunRecord record : List.of(FIRST, SECOND)) {
                SmallRuns.publish(folder, session.epoch(), published.size(), record);
                published.add(record);
            }
            session.refresh();
            session.index();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("the file system");
        }
        return published;
    }

    private static void assertRecovers(Path disk, List<RunRecord> published, String when) throws IOException {
        FaultyFileSystem.revive();
        String folder = folder(disk);
        int epoch;
        try (StoreSession session = StoreSession.open(folder, SmallRuns.SWEEP, Takeover.TAKE_OVER)) {
            epoch = session.epoch();
            RunIndex index = session.index();
            assertThat(index.conflicts()).as(when).isEmpty();
            assertThat(outcome(index, OLD)).as(when).isEqualTo("exhausted");
            assertThat(outcome(index, SECOND)).as(when).isEqualTo("failed");
            assertThat(outcome(index, DAMAGED)).as(when).isEqualTo("absent");
            for (RunRecord record : published) {
                assertThat(outcome(index, record)).as(when).isNotEqualTo("absent");
            }
            assertNoOrphans(session, disk, when);
            assertThat(Tree.names(disk.resolve(".set-aside")))
                    .as(when)
                    .anyMatch(name -> name.matches("00001-00001-1-0-[0-9a-f]{16}.parquet"))
                    .contains("notes.txt")
                    .filteredOn("00001-00001-1-0.parquet"::equals)
                    .hasSize(Table.DATA.size());
            SmallRuns.publish(folder, epoch, 99, DAMAGED);
        }
        assertThat(Tree.files(disk.resolve(".staging"))).as(when).isEmpty();
        RunStore store = RunStore.existing(folder);
        Verification verification = store.verify();
        assertThat(verification.damaged()).as(when).isEmpty();
        assertThat(outcome(store.index(verification.whole()), DAMAGED)).as(when).isEqualTo("exhausted");
        assertThat(store.label()).hasValue(new Label(1, SmallRuns.SWEEP, epoch));
    }

    private static void assertNoOrphans(StoreSession session, Path disk, String when) throws IOException {
        for (Table table : Table.values()) {
            List<String> known = session.packs().stream()
                    .flatMap(pack -> pack.file(table).stream())
                    .map(org.apache.hadoop.fs.Path::getName)
                    .sorted()
                    .toList();
            assertThat(Tree.names(disk.resolve(table.toString()))).as(when).isEqualTo(known);
        }
    }

    private static String outcome(RunIndex index, RunRecord record) {
        Optional<RunIndex.Entry> entry = index.find(SmallRuns.id(record));
        return entry.map(known -> known.outcome().toString()).orElse("absent");
    }

    private static String folder(Path disk) {
        return FaultyFileSystem.SCHEME + "://" + disk;
    }
}
