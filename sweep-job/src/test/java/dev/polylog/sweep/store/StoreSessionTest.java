package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSessionTest {
    private static final RunRecord RUN = SmallRuns.exhausted(0);

    @TempDir
    Path parent;

    @Test
    void aPackIsInvisibleUntilItsRunsFileHasItsName() throws IOException {
        String folder = folder();
        try (StoreSession session = SmallRuns.open(folder)) {
            PackWriter writer = SmallRuns.writer(folder, session.epoch(), 0);
            writer.add(RUN);
            assertThat(RunStore.existing(folder).packs()).isEmpty();
            writer.publish();
            RunStore store = RunStore.existing(folder);
            assertThat(store.packs()).hasSize(1);
            assertThat(store.latestConfiguration(store.packs())).hasValue(SmallRuns.CONFIGURATION);
            Path runs = Tree.only(Path.of(folder, "runs"));
            Files.move(runs, Path.of(folder, "elsewhere"));
            assertThat(store.packs()).isEmpty();
            assertThat(store.verify().damaged()).isEmpty();
        }
    }

    /** Of a store that is older than a table, neither a file nor a folder of it is there. */
    @Test
    void aStoreNeedNotHaveEveryTable() throws IOException {
        String folder = folder();
        try (StoreSession session = SmallRuns.open(folder)) {
            SmallRuns.publish(folder, session.epoch(), 0, SmallRuns.large(0));
        }
        Files.delete(Path.of(folder, "distances"));
        RunStore store = RunStore.existing(folder);
        assertThat(store.packs()).hasSize(1);
        assertThat(store.packs().get(0).file(Table.DISTANCES)).isEmpty();
        assertThat(store.bytes(store.packs())).isPositive();
        assertThat(store.verify().damaged()).isEmpty();
        try (StoreSession session = SmallRuns.open(folder)) {
            assertThat(session.index().size()).isEqualTo(1);
            assertThat(session.damaged()).isEmpty();
            SmallRuns.publish(folder, session.epoch(), 0, RUN);
        }
        assertThat(store.packs()).hasSize(2);
        assertThat(Tree.only(Path.of(folder, "distances"))).exists();
    }

    @Test
    void anOlderDriverCanNeitherOpenAFileNorPublish() throws IOException {
        String folder = folder();
        StoreSession older = SmallRuns.open(folder);
        PackWriter begun = SmallRuns.writer(folder, older.epoch(), 0);
        begun.add(RUN);
        PackWriter halfOpen = SmallRuns.writer(folder, older.epoch(), 1);
        older.close();
        try (StoreSession newer = SmallRuns.open(folder)) {
            assertThat(newer.epoch()).isEqualTo(2);
            assertThatThrownBy(begun::publish).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> halfOpen.add(RUN)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> SmallRuns.writer(folder, older.epoch(), 2)).isInstanceOf(IOException.class);
            SmallRuns.publish(folder, newer.epoch(), 0, RUN);
            newer.refresh();
            assertThat(newer.packs()).hasSize(1);
            assertThat(newer.index().size()).isEqualTo(1);
        }
        assertThat(Tree.files(Path.of(folder, ".staging"))).isEmpty();
        assertThat(Tree.files(Path.of(folder, "trajectories"))).hasSize(1);
    }

    @Test
    void theSamePackCannotBePublishedTwice() throws IOException {
        String folder = folder();
        try (StoreSession session = SmallRuns.open(folder)) {
            SmallRuns.publish(folder, session.epoch(), 0, RUN);
            assertThatThrownBy(() -> SmallRuns.publish(folder, session.epoch(), 0, RUN))
                    .isInstanceOf(IOException.class);
            session.refresh();
            assertThat(session.index().size()).isEqualTo(1);
            assertThat(RunStore.existing(folder).verify().damaged()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage {{{", "{\"epoch\":3,\"form", "format = 1", "\u0000\u0001\u0002", "missing"})
    void aLabelThatCannotBeReadIsWrittenAnew(String text) throws IOException {
        String folder = published();
        Path label = Path.of(folder, ".polylog");
        if (text.equals("missing")) {
            Files.delete(label);
        } else {
            Files.writeString(label, text);
        }
        assertThat(RunStore.existing(folder).sweep()).hasValue(SmallRuns.SWEEP);
        assertThatThrownBy(() -> StoreSession.open(folder, "other", Takeover.REFUSE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it holds the sweep small and this one is other");
        try (StoreSession session = SmallRuns.open(folder)) {
            assertThat(session.epoch()).isEqualTo(2);
            assertThat(session.index().size()).isEqualTo(1);
        }
        assertThat(RunStore.existing(folder).label()).hasValue(new Label(1, SmallRuns.SWEEP, 2));
    }

    @Test
    void aLabelThatWasBeingReplacedIsFoundBesideItsPlace() throws IOException {
        String folder = folder();
        for (int i = 0; i < 4; i++) {
            SmallRuns.open(folder).close();
        }
        Files.move(Path.of(folder, ".polylog"), Path.of(folder, ".polylog.partial"));
        try (StoreSession session = SmallRuns.open(folder)) {
            assertThat(session.epoch()).isEqualTo(5);
        }
    }

    @Test
    void anotherSweepIsRefusedAndNothingChanges() throws IOException {
        String folder = published();
        List<Path> before = Tree.files(Path.of(folder));
        assertThatThrownBy(() -> StoreSession.open(folder, "other", Takeover.TAKE_OVER))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot write to " + folder
                        + ", it holds the sweep small and this one is other (choose another folder with --out)");
        assertThat(Tree.files(Path.of(folder))).isEqualTo(before);
    }

    @Test
    void aStoreOfANewerFormatIsRefused() throws IOException {
        String folder = published();
        Files.writeString(Path.of(folder, ".polylog"), "{\"format\":2,\"owners\":[\"small\"]}");
        String message =
                "Cannot use " + folder + ", it was written by a newer Polylog (its format is 2, this one knows 1)";
        assertThatThrownBy(() -> SmallRuns.open(folder)).hasMessage(message);
        assertThatThrownBy(() -> StoreSession.openToVerify(folder, Takeover.REFUSE))
                .hasMessage(message);
        assertThatThrownBy(() -> RunStore.existing(folder)).hasMessage(message);
        assertThatThrownBy(() -> RunStore.find(folder)).hasMessage(message);
        assertThat(Path.of(folder, ".polylog")).content().contains("owners");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "runs/events.out", "runs/run1/model.bin", ".git/config", "neurons/x.csv"})
    void aFolderOfSomethingElseIsRefusedAndLeftAlone(String file) throws IOException {
        String folder = folder();
        Path mine = Path.of(folder, file);
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        assertThatThrownBy(() -> SmallRuns.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot write to " + folder
                        + ", it is not empty and holds no store (choose another folder with --out)");
        assertThat(Tree.files(Path.of(folder))).containsExactly(mine);
        assertThatThrownBy(() -> RunStore.existing(folder)).hasMessageStartingWith("No store in " + folder);
        assertThat(RunStore.moveAside(folder, Takeover.REFUSE)).isEmpty();
    }

    @Test
    void aFolderThatADriverHadJustBegunIsTaken() throws IOException {
        String folder = folder();
        for (String name : List.of("runs", "trajectories", "neurons")) {
            Files.createDirectories(Path.of(folder, name));
            SmallRuns.open(folder).close();
            Files.delete(Path.of(folder, ".polylog"));
        }
        assertThat(RunStore.find(folder)).isEmpty();
    }

    @Test
    void aFileIsNoStoreAndHasNoneInIt() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");
        assertThatThrownBy(() -> SmallRuns.open(file.toString()))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot write to " + file + ", it is a file (expected a folder)");
        assertThatThrownBy(() -> SmallRuns.open(file.resolve("store").toString()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Cannot write to " + file + "/store, ");
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "100%25", "a:b", "x#y?z", "gr\u00fc\u00dfe", "glob[1]{a,b}*"})
    void anyNameOfAFolderWillDo(String name) throws IOException {
        String folder = parent.resolve(name).toString();
        try (StoreSession session = SmallRuns.open(folder)) {
            SmallRuns.publish(folder, session.epoch(), 0, RUN);
        }
        assertThat(RunStore.existing(folder).packs()).hasSize(1);
        assertThat(Path.of(folder, ".polylog")).exists();
    }

    @Test
    void aStoreMovesAsideWhateverItsNameEndsIn() throws IOException {
        String folder = published() + "/";
        String moved = RunStore.moveAside(folder, Takeover.REFUSE).orElseThrow();
        assertThat(moved).matches("\\Q" + folder() + "\\E\\.[0-9]{8}-[0-9]{6}");
        assertThat(Path.of(folder())).doesNotExist();
        assertThat(RunStore.existing(moved).packs()).hasSize(1);
        for (int i = 0; i < 3; i++) {
            SmallRuns.open(folder()).close();
            assertThat(RunStore.moveAside(folder(), Takeover.REFUSE)).isPresent();
        }
        assertThat(RunStore.moveAside(folder(), Takeover.REFUSE)).isEmpty();
        try (StoreSession session = SmallRuns.open(folder())) {
            assertThat(session.epoch()).isEqualTo(1);
        }
    }

    private String folder() {
        return parent.resolve("store").toString();
    }

    private String published() throws IOException {
        try (StoreSession session = SmallRuns.open(folder())) {
            SmallRuns.publish(folder(), session.epoch(), 0, RUN);
        }
        return folder();
    }
}
