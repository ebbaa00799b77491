package dev.polylog.trainer.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/**
 * Times a piece of work in processor time of the calling thread, which other processes do not lengthen.
 *
 * @param warmUp how long the work is repeated before it is timed
 * @param repeat how long one repeat takes at least
 * @param repeats number of repeats
 */
public record Stopwatch(Duration warmUp, Duration repeat, int repeats) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Ten repeats after seconds of warm-up. */
    public static Stopwatch thorough() {
        return new Stopwatch(Duration.ofMillis(2500), Duration.ofMillis(150), 10);
    }

    /** Ten repeats that show little more than that everything works. */
    public static Stopwatch quick() {
        return new Stopwatch(Duration.ofMillis(300), Duration.ofMillis(5), 10);
    }

    /** Nanoseconds of the work. */
    Timing time(Runnable work) {
        long start = System.nanoTime();
        long calls = 0;
        do {
            work.run();
            calls++;
        } while (System.nanoTime() - start < warmUp.toNanos());
        // The last calls of the warm-up are the fast ones, so this errs towards longer repeats.
        long perRepeat = 1 + calls * repeat.toNanos() / (System.nanoTime() - start);
        double[] nanos = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (long call = 0; call < perRepeat; call++) {
                work.run();
            }
            nanos[i] = (double) (THREADS.getCurrentThreadCpuTime() - begin) / perRepeat;
        }
        Arrays.sort(nanos);
        double median = (nanos[(repeats - 1) / 2] + nanos[repeats / 2]) / 2;
        return new Timing(median, nanos[0], nanos[repeats - 1]);
    }
}
