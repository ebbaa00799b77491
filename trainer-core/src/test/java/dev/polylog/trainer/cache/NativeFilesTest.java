package dev.polylog.trainer.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void aFileIsExtractedOnceAndWhole() throws IOException {
        NativeFiles files = new NativeFiles(folder);
        URL content = content("the library");
        Path file = files.extract("lib.so", content);
        assertThat(file).isEqualTo(folder.resolve("lib.so")).hasContent("the library");
        assertThat(files.extract("lib.so", content("another"))).isEqualTo(file).hasContent("the library");
        assertThat(folder.toFile().list()).containsExactly("lib.so");
    }

    @Test
    void whatIsNotThereIsNotExtracted() throws IOException {
        URL nothing = elsewhere.resolve("absent").toUri().toURL();
        assertThatThrownBy(() -> new NativeFiles(folder).extract("lib.so", nothing))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private URL content(String text) throws IOException {
        return Files.writeString(elsewhere.resolve("content"), text).toUri().toURL();
    }
}
