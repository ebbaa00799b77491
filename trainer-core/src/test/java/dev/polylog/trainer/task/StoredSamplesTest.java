package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Tasks;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredSamplesTest {
    private static final StreamKey KEY = new StreamKey(8, 9);
    private static final int D = 3;
    private static final int SIZE = 5000;

    @Test
    void aMinibatchOfThatSizeIsTheDataSetInEveryStep() {
        Samples samples = Samples.training(task(0.2), KEY, SIZE);
        Batch first = Batch.of(samples, D, 1);
        Batch later = Batch.of(samples, D, 7);
        assertThat(later.x).isDeepEqualTo(first.x);
        assertThat(later.y).containsExactly(first.y);
        long flipped = 0;
        for (int i = 0; i < SIZE; i++) {
            flipped += first.y[i] != -Math.signum(first.x[i][0] * first.x[i][1]) ? 1 : 0;
        }
        assertThat(Math.abs(flipped - 0.2 * SIZE)).isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(SIZE * 0.16));
    }

    /** Each sample of the set is drawn equally often: chi-square over the set, 1e-6 of false alarms. */
    @Test
    void smallerMinibatchesAreDrawnFromTheDataSetUniformly() {
        Batch all = Batch.of(Samples.training(task(0), KEY, SIZE), D, 1);
        Map<String, Integer> counts = new HashMap<>();
        for (double[] x : all.x) {
            counts.put(Arrays.toString(x), 0);
        }
        Samples samples = Samples.training(task(0), KEY, 1000);
        int steps = 200;
        for (long step = 1; step <= steps; step++) {
            Batch batch = Batch.of(samples, D, step);
            for (double[] x : batch.x) {
                assertThat(counts).containsKey(Arrays.toString(x));
                counts.merge(Arrays.toString(x), 1, Integer::sum);
            }
        }
        double expected = 1000.0 * steps / SIZE;
        double statistic = counts.values().stream()
                .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                .sum();
        assertThat(statistic).isLessThan(Bounds.chiSquare(SIZE - 1, 1e-6));
        assertThat(Batch.of(samples, D, 1).x).isNotEqualTo(Batch.of(samples, D, 2).x);
    }

    private static Task task(double q) {
        return Tasks.of(Settings.defaults()
                .with(Fields.D, (long) D)
                .with(Fields.LABEL_NOISE, q)
                .with(Fields.DATASET_SIZE, (long) SIZE));
    }
}
