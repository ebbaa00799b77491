package dev.polylog.sweep.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file as text: regular, readable, of bounded size, UTF-8, not binary. */
final class SourceText {
    static final int MAX_BYTES = 1 << 20;

    private SourceText() {}

    /** Its text; throws {@link IllegalArgumentException} with a message that names the file. */
    static String read(Path file, String name) {
        if (!Files.exists(file)) {
            throw unreadable(name, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw unreadable(name, "it is a folder");
        }
        if (!Files.isRegularFile(file)) {
            throw unreadable(name, "it is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw unreadable(name, "permission denied");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unreadable(name, "it is larger than 1 MiB");
            }
            return decode(bytes, name);
        } catch (IOException e) {
            throw unreadable(name, String.valueOf(e.getMessage()));
        }
    }

    private static String decode(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unreadable(name, "it is a binary file");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(name, "it is not UTF-8 text");
        }
    }

    private static IllegalArgumentException unreadable(String name, String reason) {
        return new IllegalArgumentException("Cannot read " + name + ", " + reason);
    }
}
