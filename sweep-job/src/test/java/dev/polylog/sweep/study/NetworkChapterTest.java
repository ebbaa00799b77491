package dev.polylog.sweep.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.growth.BlockStep;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkChapterTest {
    private static final List<BlockStep> STEPS = IntStream.range(0, 6)
            .mapToObj(i -> step("run" + i % 2, 0.01 * (i + 1)))
            .toList();

    private static BlockStep step(String run, double growth) {
        return new BlockStep(run, 0, "mu1_plus", 10, 20, growth, growth, Double.NaN);
    }

    @Test
    void growthIsAWholeSentenceWithAndWithoutALabel() {
        assertThat(NetworkChapter.sentence("", STEPS))
                .isEqualTo(
                        "Measured over predicted growth of the blocks is 1.000 (1.000 to 1.000), by a line through the origin"
                                + " over 6 intervals of 2 runs.");
        assertThat(NetworkChapter.sentence("d = 64", STEPS)).startsWith("d = 64: Measured over predicted growth");
    }

    @Test
    void soIsThatThereIsTooLittleToCompare() {
        List<BlockStep> ofOneRun =
                STEPS.stream().filter(step -> step.runId().equals("run0")).toList();
        assertThat(NetworkChapter.sentence("", ofOneRun))
                .isEqualTo("Too few checkpoints are in the heavy phase to compare growth with its prediction.");
    }
}
