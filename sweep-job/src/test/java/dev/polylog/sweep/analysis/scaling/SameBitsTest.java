package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.RunningTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report is the same on every machine: the bits below came from Java 17, and Java 25 gives them too. */
class SameBitsTest {
    @Test
    void estimatesAreGolden() {
        List<Cell> cells = Simulation.law(Additive.LOG_SQUARED, 150, -30, 12).cells(new SplitMix(99, 0), 0.1);
        List<ScalingLaw> laws = new ArrayList<>(ScalingLaw.all());
        laws.add(Additive.given(300));
        Comparison comparison = Comparison.of(cells, laws);
        StringBuilder bits = new StringBuilder();
        for (Candidate candidate : comparison.candidates()) {
            for (Estimate estimate : candidate.estimates()) {
                bits.append(hash(
                        estimate.value(),
                        estimate.interval().lower(),
                        estimate.interval().upper()));
            }
            bits.append(
                    hash(candidate.misfit(), candidate.holdOut().orElseThrow().logScore()));
        }
        Bootstrap bootstrap = Bootstrap.of(comparison.candidates().get(0).fit(), 200, 0.95);
        bits.append(hash(bootstrap.intervals().get("c1").lower()));
        bits.append(
                hash(RunningTime.of(cells.get(2).crossings(), 0.95).interval().upper()));
        assertThat(bits.toString().hashCode()).isEqualTo(927_104_229);
    }

    private static String hash(double... values) {
        return Long.toHexString(SplitMix.seedOf(values));
    }
}
