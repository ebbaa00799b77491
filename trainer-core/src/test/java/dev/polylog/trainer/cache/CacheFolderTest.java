package dev.polylog.trainer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void itIsThatOfTheUserUnlessTheVariableSaysOtherwise() {
        Path home = folder.resolve("home");
        assertThat(locate(null, home)).isEqualTo(home.resolve(".cache/polylog")).isDirectory();
        assertThat(locate("", home)).isEqualTo(home.resolve(".cache/polylog"));
        assertThat(locate("relative", home)).isEqualTo(home.resolve(".cache/polylog"));
        Path cache = folder.resolve("elsewhere");
        assertThat(locate(cache.toString(), home))
                .isEqualTo(cache.resolve("polylog"))
                .isDirectory();
    }

    /** A file cannot become a folder, whoever asks; rights of folders do not stop a superuser. */
    @Test
    void itIsATemporaryOneWhereNothingCanBeWritten() throws IOException {
        Path home = Files.writeString(folder.resolve("home"), "a file");
        assertThat(locate(null, home)).isEqualTo(folder.resolve("temporary"));
        assertThat(locate(home.resolve("deeper").toString(), folder)).isEqualTo(folder.resolve("temporary"));
    }

    private Path locate(String xdg, Path home) {
        return CacheFolder.locate(xdg, home, folder.resolve("temporary"));
    }
}
