package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.observe.Schedule.Every;
import dev.polylog.trainer.observe.Schedule.Points;
import dev.polylog.trainer.observe.Schedule.Spacing;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    static Stream<Schedule> schedules() {
        return Stream.of(
                new Every(1),
                new Every(7),
                new Every(1_000_000),
                new Points(2, Spacing.LOG),
                new Points(60, Spacing.LOG),
                new Points(60, Spacing.LINEAR),
                new Points(2, Spacing.LINEAR),
                new Points(5000, Spacing.LOG));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theFirstAndTheLastStepAreAlwaysCheckpoints(Schedule schedule) {
        for (long last : new long[] {0, 1, 2, 10, 999, 1_000_003, 1L << 40}) {
            assertThat(schedule.checkpoints(last).contains(0)).isTrue();
            assertThat(schedule.checkpoints(last).contains(last)).isTrue();
        }
    }

    @Test
    void everyTakesTheMultiplesAndTheEnd() {
        assertThat(steps(new Every(4), 10)).containsExactly(0L, 4L, 8L, 10L);
        assertThat(steps(new Every(5), 10)).containsExactly(0L, 5L, 10L);
        assertThat(steps(new Every(11), 10)).containsExactly(0L, 10L);
    }

    @Test
    void aLongerBudgetKeepsTheCheckpointsOfAnInterval() {
        List<Long> shorter = steps(new Every(10), 200);
        assertThat(steps(new Every(10), 1000)).startsWith(shorter.toArray(Long[]::new));
    }

    @Test
    void logarithmicPointsDivideTheBudgetIntoEqualRatios() {
        assertThat(steps(new Points(5, Spacing.LOG), 10_000)).containsExactly(0L, 1L, 10L, 100L, 1000L, 10_000L);
        assertThat(steps(new Points(11, Spacing.LOG), 1024))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L);
    }

    @Test
    void linearPointsDivideTheBudgetIntoEqualParts() {
        assertThat(steps(new Points(5, Spacing.LINEAR), 101)).containsExactly(0L, 1L, 26L, 51L, 76L, 101L);
    }

    @Test
    void morePointsThanStepsMeanEveryStep() {
        assertThat(steps(new Points(500, Spacing.LINEAR), 20)).hasSize(21);
        assertThat(steps(new Points(500, Spacing.LOG), 20)).hasSize(21);
    }

    @Test
    void theTextIsCanonical() {
        assertThat(new Every(10)).hasToString("10");
        assertThat(new Points(60, Spacing.LOG)).hasToString("60 log");
        assertThat(new Points(60, Spacing.LINEAR)).hasToString("60 linear");
    }

    @Test
    void emptySchedulesAreRefused() {
        assertThatThrownBy(() -> new Every(0)).hasMessage("Invalid observe: 0 (expected at least 1)");
        assertThatThrownBy(() -> new Points(1, Spacing.LOG)).hasMessageStartingWith("Invalid observe points: 1");
        assertThatThrownBy(() -> new Points(100_001, Spacing.LOG)).hasMessageContaining("2 to 100000");
        Schedule all = new Every(1);
        assertThatThrownBy(() -> new Observation(0, all, List.of(), 0.5))
                .hasMessageStartingWith("Invalid test-size: 0");
        assertThatThrownBy(() -> new Observation(1, all, List.of(), 0)).hasMessageStartingWith("Invalid zeta: 0");
    }

    private static List<Long> steps(Schedule schedule, long last) {
        return LongStream.rangeClosed(0, last)
                .filter(schedule.checkpoints(last)::contains)
                .boxed()
                .toList();
    }
}
