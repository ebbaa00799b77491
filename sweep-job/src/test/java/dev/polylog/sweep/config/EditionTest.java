package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {
    private static final String LARGE = "name = a\nrun { d = 4096, batch-size = 16384 }\n";

    @TempDir
    private Path folder;

    private static List<String> engines(Sweep sweep) {
        return IntStream.range(0, sweep.cells())
                .mapToObj(cell -> String.valueOf(Fields.ENGINE.of(sweep.spec(cell, 0))))
                .toList();
    }

    private Sweep read(String text, String... overrides) throws IOException {
        return SweepFile.read(Files.writeString(folder.resolve("a.conf"), text), List.of(overrides));
    }

    /** What stores hold that were made before there was a gram engine: no edition, and every field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                LARGE + "run.engine = \"auto\"",
                LARGE + "run.engine = auto",
                LARGE + "grid.engine = [\"auto\"]",
                LARGE + "zip = [{ engine = [\"auto\", \"auto\"], width = [64, 32] }]",
                LARGE
            })
    void autoOfTheFirstEditionDoesNotTakeGram(String text) {
        assertThat(engines(SweepFile.parse(text))).containsOnly("projected");
        assertThat(engines(SweepFile.parse("edition = 1\n" + text))).containsOnly("projected");
        assertThat(engines(SweepFile.parse("edition = 2\n" + text))).containsOnly("gram");
    }

    @Test
    void namedEnginesAreWhatTheyWere() {
        String text = LARGE + "grid.engine = [auto, dense, projected, gram]";
        assertThat(engines(SweepFile.parse(text))).containsExactly("projected", "dense", "projected", "gram");
    }

    /** An engine says nothing of ridge regression, and neither does the first edition's word for any. */
    @Test
    void sweepsWithAnotherMethodStayReadable() {
        String text =
                "name = a\nrun { d = 1000, batch-size = 4000, max-steps = 10, engine = auto, loss = squared, layers = second }\ngrid.method = [sgd, ridge]";
        assertThat(engines(SweepFile.parse(text))).containsExactly("projected", "auto");
    }

    /** Words of today, where they mean the same: a report over an old and a new plan then knows the cells for the same. */
    @Test
    void whatAutoTakesAsEverIsAuto() {
        String cube = LARGE + "run { inputs = boolean, engine = auto }";
        assertThat(SweepFile.parse(cube)).isEqualTo(SweepFile.parse("edition = 2\n" + cube));
    }

    @Test
    void filesAreOfThisEditionUnlessTheySayOtherwise() throws IOException {
        assertThat(engines(read(LARGE))).containsExactly("gram");
        assertThat(engines(read("edition = 1\n" + LARGE))).containsExactly("projected");
        assertThat(engines(read(LARGE, "edition=1"))).containsExactly("projected");
        assertThat(engines(read(LARGE, "run.engine=auto-1"))).containsExactly("projected");
    }

    @Test
    void theTextOfASweepSaysItsEdition() throws IOException {
        Sweep now = read(LARGE);
        Sweep before = SweepFile.parse(LARGE);
        assertThat(now.text()).contains("\nedition = 2\n", "engine = \"auto\"\n");
        assertThat(before.text()).contains("\nedition = 2\n", "engine = \"auto-1\"\n");
        assertThat(SweepFile.parse(now.text())).isEqualTo(now);
        assertThat(SweepFile.parse(before.text())).isEqualTo(before);
        assertThat(SweepFile.ofFirstEdition(now.text())).isEqualTo(before);
        assertThat(SweepFile.isOfFirstEdition(now.text())).isFalse();
        assertThat(SweepFile.isOfFirstEdition(now.text().replace("edition = 2\n", "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "1.5", "\"two\"", "[1]"})
    void otherEditionsAreRefused(String edition) {
        assertThatThrownBy(() -> read("edition = " + edition + "\n" + LARGE))
                .isInstanceOf(InvalidSweepException.class)
                .hasMessageContaining("a.conf:1: Invalid edition: ")
                .hasMessageContaining("(expected a whole number from 1 to 2; a larger one is of a later version");
    }
}
