package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.grid.Sweep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileFuzzTest {
    private static final int MUTATIONS = 20_000;

    /** Of the processor: what else the machine does is no fault of a text. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String VALID = """
            name = fuzz # comment
            run { target = "sign(x1 * x2 - he3(x3) / (1 + x2 ^ 2))", width = 64, batch-size = "4 * d", observe = { points = 60, spacing = log } }
            grid { d = { from = 64, to = 512, times = 2 }, label-noise = [0, 0.05] }
            zip { zeta = [1, 2], patience = [3, 4] }
            exclude = ["width > d and inputs == 'boolean'"]
            replicates = "max(1, round(200 / d))"
            claims = [ { id = C1, says = "x", source = y, statistic { name = median-ratio, of = "d == 64", to = "d == 128" }, where = "label_noise == 0", between = [1, "log(9)"] } ]
            """;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\"\"\"",
        "=",
        ":",
        ",",
        ".",
        "${",
        "include \"x\"",
        "include url(\"http://[\")",
        "#",
        "//",
        "1e999999999",
        "-",
        "null",
        "none",
        "\n",
        "\\u00",
        "(",
        ")",
        "^",
        "/",
        "'",
        "\uD800",
        "9999999999",
        "from",
        "step",
        "run",
        "+=",
        "?",
        "include file(\"/\")",
        "\t",
        "not ",
        "0.1",
        "1e308",
        "count"
    };

    @Test
    void everyTextIsASweepOrInvalid(@TempDir Path folder) throws IOException {
        Random random = new Random(20260101);
        Path file = folder.resolve("sweep.conf");
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder(VALID);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                mutate(text, random);
            }
            Files.writeString(file, text.toString().replace('\uD800', '?'));
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                Sweep sweep = SweepFile.read(file, List.of());
                assertThat(SweepFile.parse(sweep.text())).isEqualTo(sweep);
                valid++;
            } catch (InvalidSweepException e) {
                assertThat(e.problems()).isNotEmpty();
                assertThat(e.getMessage().lines()).hasSameSizeAs(e.problems());
                invalid++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Mutation " + i + ":\n" + text, e);
            }
            assertThat(THREADS.getCurrentThreadCpuTime() - start)
                    .as("work on %s", text)
                    .isLessThan(MOST_NANOS);
        }
        assertThat(valid).isPositive();
        assertThat(invalid).isPositive();
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int length = Math.min(text.length() - at, 1 + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, at + length);
            case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
            default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
    }
}
