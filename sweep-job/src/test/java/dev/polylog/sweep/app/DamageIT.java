package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be trusted are named and set aside, and only their runs are trained again. */
class DamageIT {
    @TempDir
    Path folder;

    private Path sweep;
    private Path store;
    private List<String> reference;

    @BeforeEach
    void train() throws IOException {
        sweep = Files.writeString(folder.resolve("study.conf"), """
                name = study
                run { width = 8, batch-size = 32, max-steps = 40 }
                grid { d = [4, 8, 12] }
                replicates = 4
                """);
        store = folder.resolve("store");
        // One run a task: twelve packs.
        run("--pack-seconds", "1e-9");
        reference = Content.of(store);
    }

    @Test
    void aTruncatedFileIsFoundByRun() throws IOException {
        Path torn = file("trajectories", 3);
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 1000));
        Answer answer = run();
        assertThat(answer.out())
                .contains("2 files cannot be trusted")
                .contains("trajectories/" + torn.getFileName())
                .contains("Training 1 run ");
        assertWhole(answer);
        assertThat(store.resolve(".set-aside/2/trajectories").resolve(torn.getFileName()))
                .exists();
    }

    @Test
    void aFlippedByteIsFoundByVerify() throws IOException {
        Path bad = file("runs", 5);
        byte[] bytes = Files.readAllBytes(bad);
        bytes[bytes.length / 3] ^= 4;
        Files.write(bad, bytes);
        assertThat(Answer.to("verify", store, "--dry-run").exitCode()).isEqualTo(3);
        assertThat(bad).exists();
        Answer verify = Answer.to("verify", store);
        assertThat(verify.exitCode()).isEqualTo(3);
        assertThat(verify.out()).contains("runs/" + bad.getFileName()).contains("SHA-256");
        assertThat(bad).doesNotExist();
        assertThat(Answer.to("verify", store).exitCode()).isZero();
        Answer answer = run();
        assertThat(answer.out()).contains("Training 1 run ");
        assertWhole(answer);
    }

    @Test
    void foreignFilesAreSetAsideAndMissingOnesAreMissed() throws IOException {
        Files.writeString(store.resolve("runs/notes.txt"), "mine");
        Files.copy(file("runs", 0), store.resolve("trajectories/copy.parquet"));
        Files.delete(file("trajectories", 7));
        Answer answer = run();
        assertThat(answer.out())
                .contains("runs/notes.txt")
                .contains("trajectories/copy.parquet")
                .contains("it is missing")
                .contains("Training 1 run ");
        assertWhole(answer);
        assertThat(store.resolve(".set-aside/2/runs/notes.txt")).hasContent("mine");
    }

    @Test
    void statusNamesTheFileThatIsMissing() throws IOException {
        Path gone = file("trajectories", 7);
        Files.delete(gone);
        Answer status = Answer.to("status", store);
        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("Files:   2 files cannot be used; the next `polylog run` trains the runs in them again")
                .contains("trajectories/" + gone.getFileName() + ": it is missing")
                .contains("Plan:    11 of 12 runs finished")
                .contains("not trained");
        assertThat(Answer.to("verify", store, "--dry-run").out()).contains(gone.getFileName() + ": it is missing");
        assertWhole(run());
        assertThat(Answer.to("status", store).out()).doesNotContain("Files:").doesNotContain("not trained");
    }

    private void assertWhole(Answer answer) {
        assertThat(answer.exitCode()).as(answer.all()).isZero();
        assertThat(Content.of(store)).isEqualTo(reference);
        assertThat(Answer.to("verify", store).exitCode()).isZero();
    }

    private Answer run(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("run", sweep, "--out", store));
        arguments.addAll(List.of(options));
        return Answer.to(arguments.toArray());
    }

    private Path file(String table, int position) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve(table))) {
            return files.sorted().toList().get(position);
        }
    }
}
