package dev.polylog.sweep.analysis.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    /** The JDK's class is the same generator under its default constant, so it checks the finaliser and the counter. */
    @Test
    void wordsAreThoseOfTheJdk() {
        long word = 0;
        SplittableRandom jdk = new SplittableRandom(0);
        for (int i = 0; i < 100; i++) {
            word += 0x9e3779b97f4a7c15L;
            assertThat(SplitMix.mix(word)).isEqualTo(jdk.nextLong());
        }
    }

    @Test
    void streamsOfASeedDiffer() {
        assertThat(new SplitMix(1, 0).nextLong()).isNotEqualTo(new SplitMix(1, 1).nextLong());
        assertThat(SplitMix.seedOf(1, 2)).isNotEqualTo(SplitMix.seedOf(2, 1));
        assertThat(SplitMix.seedOf()).isNotEqualTo(SplitMix.seedOf(0));
    }

    /** The mean of 10^6 uniforms is normal with sd 2.9e-4: five of them are passed with a chance of 6e-7. */
    @Test
    void doublesAreUniform() {
        SplitMix random = new SplitMix(7, 7);
        double mean = DoubleStream.generate(random::nextDouble)
                .limit(1_000_000)
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.5 - 5 * 2.9e-4, 0.5 + 5 * 2.9e-4);
    }
}
