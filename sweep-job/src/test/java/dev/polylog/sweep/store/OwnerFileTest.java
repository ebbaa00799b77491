package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is not on a local disk, as far as it knows. */
class OwnerFileTest {
    private static final RunRecord RUN = SmallRuns.exhausted(0);

    @TempDir
    Path disk;

    private String folder;

    @BeforeEach
    void revive() {
        FaultyFileSystem.register();
        FaultyFileSystem.revive();
        folder = FaultyFileSystem.SCHEME + "://" + disk.resolve("store");
    }

    @Test
    void aSecondDriverIsRefusedUntilTheFirstHasClosed() throws IOException {
        try (StoreSession session = SmallRuns.open(folder)) {
            SmallRuns.publish(folder, session.epoch(), 0, RUN);
            assertThatThrownBy(() -> SmallRuns.open(folder))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.LOCKED))
                    .hasMessageContaining("it belongs to another driver (process "
                            + ProcessHandle.current().pid())
                    .hasMessageEndingWith("repeat the command with --take-over");
            assertThat(RunStore.existing(folder).driver()).isPresent();
        }
        assertThat(RunStore.existing(folder).driver()).isEmpty();
        try (StoreSession session = SmallRuns.open(folder)) {
            assertThat(session.epoch()).isEqualTo(2);
            assertThat(session.index().size()).isEqualTo(1);
        }
    }

    @Test
    void whoWasTakenOverCanNeitherPublishNorReleaseTheNewOwner() throws IOException {
        StoreSession older = SmallRuns.open(folder);
        PackWriter begun = SmallRuns.writer(folder, older.epoch(), 0);
        begun.add(RUN);
        try (StoreSession newer = StoreSession.open(folder, SmallRuns.SWEEP, Takeover.TAKE_OVER)) {
            assertThat(newer.epoch()).isEqualTo(2);
            assertThatThrownBy(begun::publish).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> SmallRuns.writer(folder, older.epoch(), 1)).isInstanceOf(IOException.class);
            older.close();
            assertThatThrownBy(() -> SmallRuns.open(folder)).isInstanceOf(StoreException.class);
            SmallRuns.publish(folder, newer.epoch(), 0, RUN);
        }
        assertThat(disk.resolve("store/.owner")).doesNotExist();
        assertThat(RunStore.existing(folder).packs()).hasSize(1);
    }

    @Test
    void publishingNeverOverwrites() throws IOException {
        try (StoreSession session = SmallRuns.open(folder)) {
            Path taken = disk.resolve("store/neurons/00001-00000-0-0.parquet");
            Files.writeString(taken, "taken");
            assertThatThrownBy(() -> SmallRuns.publish(folder, session.epoch(), 0, RUN))
                    .isInstanceOf(IOException.class);
            assertThat(taken).hasContent("taken");
            session.refresh();
            assertThat(session.packs()).isEmpty();
        }
    }

    @Test
    void ofDriversThatStartTogetherOneWins() throws Exception {
        ExecutorService drivers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Layout layout = Layout.of(folder + round);
                StoreFiles files = new StoreFiles(layout.root());
                files.makeFolder(layout.root());
                List<Future<StoreLock>> locks = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    locks.add(drivers.submit(() -> StoreLock.acquire(layout, files, Takeover.REFUSE)));
                }
                int winners = 0;
                for (Future<StoreLock> lock : locks) {
                    try {
                        lock.get();
                        winners++;
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(StoreException.class);
                    }
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            drivers.shutdownNow();
        }
    }

    @Test
    void aStoreThatWasMovedAsideHasNoOwner() throws IOException {
        SmallRuns.open(folder).close();
        String moved = RunStore.moveAside(folder, Takeover.REFUSE).orElseThrow();
        assertThat(Path.of(moved, ".owner")).doesNotExist();
        SmallRuns.open(FaultyFileSystem.SCHEME + "://" + moved).close();
    }
}
