package dev.polylog.sweep.theory;

import dev.polylog.trainer.run.RunSpec;

/**
 * How long theory goes on, which is not the budget of the run: what it is asked is also how much larger the budget has to be.
 */
final class Horizon {
    private static final long MOST_STEPS = 200_000;

    /** Growths by a factor of e that a start of size theta and all that comes after the growth may take, generously. */
    private static final double REST = 10;

    private static final double GENEROSITY = 4;

    private Horizon() {}

    /** Steps after which theory gives up: some times those of growth, and no fewer than twice those of the run, up to a limit. */
    static long steps(RunSpec run) {
        double growth = GrowthTheory.growth(run).stream()
                .map(rate -> GENEROSITY * (0.5 * StrictMath.log(run.task().d()) + REST) / StrictMath.log1p(rate))
                .findFirst()
                .orElse(0);
        double steps = Math.max(growth, 2.0 * run.maxSteps());
        return (long) Math.min(MOST_STEPS, Math.ceil(steps));
    }

    /** Steps that it is likely to take. */
    static double likelySteps(RunSpec run) {
        return steps(run) / GENEROSITY;
    }
}
