package dev.polylog.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.cache.CacheFolder;
import dev.polylog.trainer.engine.Speeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("deep/calibration.conf");
        Speeds speeds = new Speeds(123.4e9, 0.5e-9, 0.02e-9);
        Calibration.write(speeds, file);
        Calibration.write(speeds, file);
        assertThat(Calibration.read(file)).isEqualTo(speeds);
        assertThat(file.getParent()).isDirectoryContaining("glob:**/calibration.conf");
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void itIsWhereAllIsThatCanBeMadeAgain() {
        assertThat(Calibration.file()).isEqualTo(CacheFolder.locate().resolve("calibration.conf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "product-flops = 1e11\nnormal-seconds = 1e-9",
                "product-flops = NaN\nnormal-seconds = 1e-9\nlookup-seconds = 1e-11",
                "product-flops = -1\nnormal-seconds = 1e-9\nlookup-seconds = 1e-11",
                "product-flops = \\uXYZ"
            })
    void aFileThatCannotBeUsedIsLikeNone(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("calibration.conf"), content);
        assertThat(Calibration.read(file)).isEqualTo(Speeds.FROZEN);
        assertThat(Calibration.read(folder.resolve("absent"))).isEqualTo(Speeds.FROZEN);
    }
}
