package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.run.Outcome;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIndexTest {
    private static final List<Outcome.Kind> OUTCOMES = List.of(Outcome.Kind.values());
    private static final String ID = "00112233445566778899aabbccddeeff";
    private static final RunIndex.Entry FAILED = new RunIndex.Entry(Outcome.Kind.FAILED, Float.NaN, null);
    private static final RunIndex.Entry REACHED = new RunIndex.Entry(Outcome.Kind.REACHED, 0.25f, 128L);
    private static final RunIndex.Entry DIVERGED = new RunIndex.Entry(Outcome.Kind.DIVERGED, Float.NaN, null);

    @Test
    void agreesWithAHashMap() {
        Random random = new Random(1);
        HexFormat hex = HexFormat.of();
        RunIndex index = new RunIndex();
        Map<String, RunIndex.Entry> oracle = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            // Half of the ids collide in the low bits that choose the slot.
            long first = random.nextBoolean() ? random.nextLong() : random.nextLong() << 40;
            String id = hex.toHexDigits(first) + hex.toHexDigits(random.nextLong());
            Outcome.Kind outcome = OUTCOMES.get(random.nextInt(4));
            float error = random.nextInt(5) == 0 ? Float.NaN : random.nextFloat();
            RunIndex.Entry entry = new RunIndex.Entry(outcome, error, random.nextBoolean() ? (long) i : null);
            index.put(id, entry);
            oracle.put(id, entry);
            if (i % 3 == 0) {
                index.put(id, entry);
            }
        }
        assertThat(index.size()).isEqualTo(oracle.size());
        assertThat(index.conflicts()).isEmpty();
        oracle.forEach((id, entry) -> assertThat(index.find(id)).hasValue(entry));
        for (Outcome.Kind outcome : Outcome.Kind.values()) {
            assertThat(index.count(outcome)).isEqualTo((int) oracle.values().stream()
                    .filter(entry -> entry.outcome() == outcome)
                    .count());
        }
        assertThat(index.find(ID)).isEmpty();
    }

    @Test
    void aSuccessCountsWhetherItCameBeforeAFailureOrAfter() {
        assertThat(of(FAILED, REACHED).find(ID)).hasValue(REACHED);
        assertThat(of(REACHED, FAILED).find(ID)).hasValue(REACHED);
        assertThat(of(FAILED, REACHED, FAILED).conflicts()).isEmpty();
        assertThat(of(FAILED, FAILED).find(ID)).hasValue(FAILED);
    }

    @Test
    void equalRowsAreOneRunAndOtherOnesAConflict() {
        assertThat(of(DIVERGED, DIVERGED).conflicts()).isEmpty();
        assertThat(of(REACHED, REACHED).conflicts()).isEmpty();
        assertThat(of(REACHED, DIVERGED).conflicts()).containsExactly(ID);
        assertThat(of(REACHED, DIVERGED, DIVERGED, REACHED).conflicts()).containsExactly(ID);
        assertThat(of(REACHED, new RunIndex.Entry(Outcome.Kind.REACHED, Math.nextUp(0.25f), 128L))
                        .conflicts())
                .hasSize(1);
        assertThat(of(REACHED, new RunIndex.Entry(Outcome.Kind.REACHED, 0.25f, 0L))
                        .conflicts())
                .hasSize(1);
        assertThat(of(REACHED, DIVERGED).size()).isEqualTo(1);
    }

    @Test
    void reachedAtTheStartIsNotNever() {
        RunIndex.Entry atOnce = new RunIndex.Entry(Outcome.Kind.REACHED, 0, 0L);
        assertThat(of(atOnce).find(ID)).hasValue(atOnce);
    }

    private static RunIndex of(RunIndex.Entry... entries) {
        RunIndex index = new RunIndex();
        for (RunIndex.Entry entry : entries) {
            index.put(ID, entry);
        }
        return index;
    }
}
