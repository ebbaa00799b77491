package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
    @TempDir
    Path folder;

    @Test
    void anotherProcessIsRefusedUntilTheOwnerIsKilled() throws IOException, InterruptedException {
        Process owner = start(ProcessBuilder.Redirect.DISCARD);
        try (BufferedReader said = owner.inputReader()) {
            assertThat(said.readLine()).isEqualTo("epoch 1");
            assertRefused("process " + owner.pid() + " on ");
            assertThat(RunStore.existing(folder.toString()).driver())
                    .hasValueSatisfying(text -> assertThat(text).startsWith("process " + owner.pid() + " on "));
            assertRefused("process " + owner.pid() + " on ");
        } finally {
            owner.destroyForcibly().waitFor();
        }
        assertThat(RunStore.existing(folder.toString()).driver()).isEmpty();
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.epoch()).isEqualTo(2);
        }
    }

    /** POSIX forgets the locks of a process when it closes the file, whichever of its channels that was. */
    @Test
    void lookingOrTryingAgainInTheSameProcessDoesNotLoseTheLock() throws IOException, InterruptedException {
        String me = "process " + ProcessHandle.current().pid() + " on ";
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            assertThat(session.epoch()).isEqualTo(1);
            assertThat(RunStore.existing(folder.toString()).driver())
                    .hasValueSatisfying(text -> assertThat(text).startsWith(me));
            assertRefused(me);
            assertThatThrownBy(() -> RunStore.moveAside(folder.toString(), Takeover.REFUSE))
                    .hasMessageContaining(me);
            Process other = start(ProcessBuilder.Redirect.PIPE);
            try (BufferedReader complaint = other.errorReader()) {
                assertThat(complaint.lines()).anyMatch(line -> line.contains("another process does (" + me));
            }
            assertThat(other.waitFor()).isEqualTo(1);
        }
        assertThat(RunStore.existing(folder.toString()).driver()).isEmpty();
        SmallRuns.open(folder.toString()).close();
    }

    private void assertRefused(String owner) {
        assertThatThrownBy(() -> StoreSession.open(folder.toString(), SmallRuns.SWEEP, Takeover.TAKE_OVER))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.LOCKED))
                .hasMessageStartingWith("Cannot write to " + folder + ", another process does (" + owner);
    }

    private Process start(ProcessBuilder.Redirect error) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(error)
                .start();
    }
}
