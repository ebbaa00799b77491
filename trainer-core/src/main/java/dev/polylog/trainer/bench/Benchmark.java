package dev.polylog.trainer.bench;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import java.util.SplittableRandom;

/** What is measured of a core. Ratios between figures of one process say more than the figures. */
public final class Benchmark {
    private static final StreamKey KEY = new StreamKey(1, 2);
    private static final int ORDER = 1024;
    private static final int NORMALS = 1 << 18;

    private final Stopwatch stopwatch;

    public Benchmark(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    /** GFLOP/s of single-precision products of square matrices of order 1024: the peak that steps are compared with. */
    public double productGflops() {
        float[] a = normals(ORDER * ORDER, 1);
        float[] b = normals(ORDER * ORDER, 2);
        float[] c = new float[ORDER * ORDER];
        Timing timing = stopwatch.time(() -> Blas.multiplyTransposed(a, b, c, ORDER, ORDER, ORDER));
        return 2.0 * ORDER * ORDER * ORDER / timing.least();
    }

    /** Nanoseconds of one normal number. */
    public double nanosPerNormal() {
        float[] out = new float[NORMALS];
        RandomStream stream = KEY.stream(Purpose.TRAINING_INPUTS, 1);
        return stopwatch.time(() -> stream.normals(0, out, NORMALS)).median() / NORMALS;
    }

    /** Nanoseconds of one normal number of the platform's own splittable generator. */
    public double nanosPerPlatformNormal() {
        float[] out = new float[NORMALS];
        SplittableRandom random = new SplittableRandom(1);
        return stopwatch
                        .time(() -> {
                            for (int i = 0; i < NORMALS; i++) {
                                out[i] = (float) random.nextGaussian();
                            }
                        })
                        .median()
                / NORMALS;
    }

    private static float[] normals(int count, int chunk) {
        float[] values = new float[count];
        KEY.stream(Purpose.TEST_INPUTS, 0).normals(chunk, values, count);
        return values;
    }
}
