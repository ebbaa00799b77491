package dev.polylog.sweep.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
    @Test
    void failedAttemptsArePaidFor() {
        RunningTime time = RunningTime.of(
                List.of(
                        Crossing.between(90, 100),
                        Crossing.between(190, 200),
                        new Crossing(450, Double.POSITIVE_INFINITY, 500)),
                0.95);
        assertThat(time.estimate()).isEqualTo(400);
        assertThat(time.interval().contains(400)).isTrue();
        assertThat(time.interval().lower()).isEqualTo(100);
    }

    @Test
    void withoutSuccessItIsInfinite() {
        RunningTime time = RunningTime.of(List.of(Crossing.after(10), Crossing.after(20)), 0.95);
        assertThat(time.estimate()).isInfinite();
        assertThat(time.interval().upper()).isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> RunningTime.of(List.of(), 0.95));
    }

    @Test
    void theIntervalIsTheSameOnAnyNumberOfThreads() throws Exception {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            crossings.add(i % 3 == 0 ? Crossing.after(100 + i) : Crossing.between(i, i * 1.7));
        }
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            RunningTime alone =
                    one.submit(() -> RunningTime.of(crossings, 0.95)).get();
            assertThat(RunningTime.of(crossings, 0.95)).isEqualTo(alone);
        } finally {
            one.shutdown();
        }
    }
}
