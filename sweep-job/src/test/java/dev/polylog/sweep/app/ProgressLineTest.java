package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.spark.Progress;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressLineTest {
    private static final ProgressLine QUICK = new ProgressLine(0.24, new Progress(16, 2, 0, 0, 4.8), 160, 0, 3.2, 19);
    private static final ProgressLine BAD =
            new ProgressLine(0.995, new Progress(959_999, 128, 12_345, 1_234, 1e6), 1_000_000, 25_000, 1234.5, 86_399);

    static List<ProgressLine> lines() {
        return List.of(
                QUICK,
                BAD,
                new ProgressLine(0, new Progress(0, 0, 0, 0, 0), 1, 0, 0, 3e5),
                new ProgressLine(1, new Progress(1_000_000, 0, 0, 0, 1), 1_000_000, 999_999, 99_999, 0));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void itFitsEveryWidthAndLosesNothingWithMoreRoom(ProgressLine line) {
        int before = 0;
        for (int columns = 40; columns <= 200; columns++) {
            String text = line.text(columns);
            assertThat(text).hasSizeLessThanOrEqualTo(columns).contains(" %").contains("ETA ");
            int parts = Pattern.compile("  |, |] ").split(text).length;
            assertThat(parts).as("at %d columns: %s", columns, text).isGreaterThanOrEqualTo(before);
            before = parts;
        }
        assertThat(line.text(200)).startsWith("[").endsWith(line.text());
    }

    @Test
    void whatMattersLeastGivesWayFirst() {
        assertThat(QUICK.text(200))
                .isEqualTo("[#####...................]  24 %  16/160 runs, 2 running, 0 failed, 0 diverged, 0 reused,"
                        + " 3.2 runs/s, ETA 19 s");
        assertThat(QUICK.text(100))
                .isEqualTo("[#####...................]  24 %  16/160 runs, 2 running, 0 failed, 0 reused, 3.2 runs/s,"
                        + " ETA 19 s");
        assertThat(QUICK.text(80))
                .isEqualTo("[#####...................]  24 %  16/160 runs, 2 running, 3.2 runs/s, ETA 19 s");
        assertThat(QUICK.text(60)).isEqualTo(" 24 %  16/160 runs, 2 running, ETA 19 s");
        assertThat(QUICK.text(38)).isEqualTo(" 24 %  16/160 runs, ETA 19 s");
        assertThat(QUICK.text(5)).isEqualTo(" 24 %");
    }

    @Test
    void runsThatWentBadAreKeptLongerThanTheCount() {
        assertThat(BAD.text(60)).isEqualTo(" 99 %  12,345 failed, 1,234 diverged, ETA 23 h 59 min");
        assertThat(BAD.text(40)).isEqualTo(" 99 %  12,345 failed, ETA 23 h 59 min");
    }
}
