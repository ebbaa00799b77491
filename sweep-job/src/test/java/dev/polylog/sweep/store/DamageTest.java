package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two packs, of which one gets hurt. */
class DamageTest {
    private static final RunRecord HURT = SmallRuns.exhausted(0);
    private static final RunRecord OTHER = SmallRuns.exhausted(1);

    /** Of a pack: each has rows in every table. */
    private static final int FILES = Table.values().length;

    @TempDir
    Path folder;

    private RunStore store;

    @BeforeEach
    void publishTwoPacks() throws IOException {
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            SmallRuns.publish(folder.toString(), session.epoch(), 0, HURT);
            SmallRuns.publish(folder.toString(), session.epoch(), 1, OTHER);
        }
        store = RunStore.existing(folder.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aQuickLookNoticesEveryTruncation(Table table) throws IOException {
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            SmallRuns.publish(folder.toString(), session.epoch(), 0, SmallRuns.reached(0));
        }
        for (Path file : Tree.files(folder)) {
            if (file.getFileName().toString().startsWith("00001")) {
                Files.delete(file);
            }
        }
        Path file = Tree.only(folder.resolve(table.toString()));
        byte[] whole = Files.readAllBytes(file);
        assertThat(look().whole()).hasSize(1);
        for (int length = whole.length - 1; length >= 0; length--) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            Inspection inspection = look();
            assertThat(inspection.whole().isEmpty() && inspection.damaged().size() == FILES)
                    .as("%s bytes", length)
                    .isTrue();
        }
    }

    private Inspection look() throws IOException {
        return Inspection.of(store.layout(), store.files(), Inspection.Depth.QUICK);
    }

    @ParameterizedTest
    @EnumSource
    void aThoroughLookNoticesEveryFlippedBit(Table table) throws IOException {
        Path file = hurt(table);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(table.toString().hashCode());
        for (int i = 0; i < 300; i++) {
            byte[] flipped = whole.clone();
            int position = i < 12 ? whole.length - 1 - i : random.nextInt(whole.length);
            flipped[position] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            Verification found = store.verify();
            assertThat(found.whole()).as("byte %s", position).hasSize(1);
            assertThat(found.damaged()).as("byte %s", position).hasSize(FILES);
            assertThat(store.index(found.whole()).size()).isEqualTo(1);
        }
    }

    /** A quick look need not see it, but a driver must neither fail nor learn anything wrong. */
    @Test
    void aDriverSurvivesEveryFlippedByteOfTheRunsFile() throws IOException {
        Path file = hurt(Table.RUNS);
        byte[] whole = Files.readAllBytes(file);
        RunIndex.Entry truth =
                store.index(store.packs()).find(SmallRuns.id(HURT)).orElseThrow();
        Path copy = folder.resolve("runs").resolve(file.getFileName());
        for (int position = 0; position < whole.length; position += 31) {
            byte[] flipped = whole.clone();
            flipped[position] ^= (byte) 0xff;
            Files.write(copy, flipped);
            List<PackFiles> packs = store.packs();
            for (PackFiles pack : packs) {
                try {
                    RunIndex index = store.index(List.of(pack));
                    index.find(SmallRuns.id(HURT))
                            .ifPresent(entry -> assertThat(entry).isEqualTo(truth));
                } catch (IOException e) {
                    assertThat(pack.runs().getName())
                            .isEqualTo(file.getFileName().toString());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsSetAsideWithItsPackAndOnlyThat(Table table) throws IOException {
        Files.write(hurt(table), new byte[0]);
        List<Path> files =
                List.of(hurt(Table.RUNS), hurt(Table.TRAJECTORIES), hurt(Table.NEURONS), hurt(Table.DISTANCES));
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.damaged()).hasSize(FILES);
            assertThat(session.damaged().get(0).table()).isEqualTo(table);
            assertOnlyOtherIsLeft(session);
            assertThat(Tree.names(Path.of(session.setAsideFolder()))).hasSize(FILES);
        }
        assertThat(files).noneMatch(Files::exists);
    }

    @ParameterizedTest
    @EnumSource(
            value = Table.class,
            names = {"TRAJECTORIES", "NEURONS", "DISTANCES"})
    void aMissingFileCostsThePack(Table table) throws IOException {
        Files.delete(hurt(table));
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.damaged()).first().hasToString(table + "/00001-00000-0-0.parquet: it is missing");
            assertOnlyOtherIsLeft(session);
            assertThat(Tree.names(Path.of(session.setAsideFolder()))).hasSize(FILES - 1);
        }
    }

    @Test
    void rowsThatCannotBeReadCostThePackAndNothingIsDeleted() throws IOException {
        byte[] bytes = Files.readAllBytes(hurt(Table.RUNS));
        for (int i = 4; i < 200; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(hurt(Table.RUNS), bytes);
        assertThat(store.packs()).hasSize(2);
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.packs()).hasSize(2);
            assertOnlyOtherIsLeft(session);
            assertThat(session.damaged()).hasSize(FILES);
            assertThat(Tree.names(Path.of(session.setAsideFolder()))).hasSize(FILES);
        }
    }

    @Test
    void whatIsNotOursIsSetAsideAndThePacksStay() throws IOException {
        Path runs = folder.resolve("runs");
        Path neurons = folder.resolve("neurons");
        Files.writeString(runs.resolve("notes.txt"), "mine");
        Files.copy(hurt(Table.NEURONS), runs.resolve("part-0000.parquet"));
        Files.createDirectories(runs.resolve("deep/er"));
        Files.writeString(runs.resolve("deep/er/file"), "x");
        Files.createDirectories(neurons.resolve("00001-00000-9-0.parquet"));
        Files.copy(hurt(Table.NEURONS), neurons.resolve("1-0-0-0.parquet"));
        Files.copy(hurt(Table.RUNS), runs.resolve("1-0-0-0-0123456789abcdef.parquet"));
        Files.writeString(runs.resolve("00001-99999999999-0-0-0123456789abcdef.parquet"), "x");
        Files.writeString(runs.resolve("_SUCCESS"), "");
        Files.writeString(runs.resolve(".hidden"), "");
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.index().size()).isEqualTo(2);
            assertThat(session.damaged())
                    .extracting(damage -> damage.file().getName())
                    .containsExactlyInAnyOrder(
                            "notes.txt",
                            "part-0000.parquet",
                            "deep",
                            "1-0-0-0-0123456789abcdef.parquet",
                            "00001-99999999999-0-0-0123456789abcdef.parquet",
                            "00001-00000-9-0.parquet",
                            "1-0-0-0.parquet");
            assertThat(Path.of(session.setAsideFolder()).resolve("runs/deep/er/file"))
                    .hasContent("x");
            assertThat(runs.resolve("_SUCCESS")).exists();
        }
    }

    @Test
    void filesWithNamesLikeOursButFromNowhereAreNoPacks() throws IOException {
        Path runs = folder.resolve("runs/00001-00005-5-0-0123456789abcdef.parquet");
        Files.copy(hurt(Table.NEURONS), runs);
        Path empty = folder.resolve("runs/00001-00006-6-0-0123456789abcdef.parquet");
        Files.createFile(empty);
        Path twin = folder.resolve("runs/00001-00000-0-0-0123456789abcdef.parquet");
        Files.copy(hurt(Table.RUNS), twin);
        Path orphan = folder.resolve("trajectories/00001-00006-7-0.parquet");
        Files.copy(hurt(Table.TRAJECTORIES), orphan);
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.damaged())
                    .extracting(Damage::toString)
                    .anyMatch(text -> text.endsWith(": it does not hold runs"))
                    .anyMatch(text -> text.endsWith(": it is not a whole Parquet file"));
            assertThat(session.index().find(SmallRuns.id(OTHER))).isPresent();
        }
        assertThat(List.of(runs, empty, orphan)).noneMatch(Files::exists);
    }

    @Test
    void settingAsideTheSameNameTwiceKeepsBoth() throws IOException {
        Path notes = folder.resolve("runs/notes.txt");
        for (String text : List.of("one", "two", "three")) {
            Files.writeString(notes, text);
            Files.deleteIfExists(folder.resolve(".polylog"));
            SmallRuns.open(folder.toString()).close();
        }
        assertThat(Tree.files(folder.resolve(".set-aside")))
                .extracting(Files::readString)
                .containsExactly("one", "two", "three");
    }

    @Test
    void settingAsideNeverOverwrites() throws IOException {
        Files.createDirectories(folder.resolve(".set-aside/2/runs"));
        Files.writeString(folder.resolve(".set-aside/2/runs/notes.txt"), "old");
        Files.createDirectories(folder.resolve(".set-aside/1"));
        Path target = folder.resolve(".set-aside/3/runs/notes.txt");
        Files.createDirectories(target.getParent());
        Files.writeString(target, "older");
        Files.writeString(folder.resolve("runs/notes.txt"), "new");
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.epoch()).isEqualTo(4);
        }
        assertThat(Tree.files(folder.resolve(".set-aside")))
                .extracting(Files::readString)
                .containsExactly("old", "older", "new");
    }

    @Test
    void verifyingSetsAsideWhatOnlyTheHashTells() throws IOException {
        Path file = hurt(Table.TRAJECTORIES);
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        assertThat(store.packs()).hasSize(2);
        try (StoreSession session = StoreSession.openToVerify(folder.toString(), Takeover.REFUSE)) {
            assertThat(session.damaged())
                    .first()
                    .hasToString("trajectories/00001-00000-0-0.parquet: its content is not what was published (SHA-256"
                            + " differs)");
            assertOnlyOtherIsLeft(session);
        }
        assertThat(store.sweep()).hasValue(SmallRuns.SWEEP);
    }

    private void assertOnlyOtherIsLeft(StoreSession session) throws IOException {
        RunIndex index = session.index();
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find(SmallRuns.id(OTHER))).isPresent();
        assertThat(index.find(SmallRuns.id(HURT))).isEmpty();
    }

    private Path hurt(Table table) throws IOException {
        return Tree.files(folder.resolve(table.toString())).stream()
                .filter(file -> file.getFileName().toString().startsWith("00001-00000-0-0"))
                .findFirst()
                .orElse(folder.resolve(table + "/00001-00000-0-0.parquet"));
    }
}
