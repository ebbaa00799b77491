package dev.polylog.sweep.theory;

import dev.polylog.trainer.run.RunSpec;

/**
 * How long theory goes on, which is not the budget of the run: what it is asked is also how much larger the budget has to be.
 */
final class Horizon {
    private static final long MOST_STEPS = 200_000;

    /** Where nothing grows. */
    private static final long FEW_STEPS = 1000;

    /** Growths by a factor of e that a start of size theta, and all that comes after the growth, take as a rule. */
    private static final double REST = 10;

    private static final double GENEROSITY = 4;

    private Horizon() {}

    /** Steps after which theory gives up. */
    static long steps(RunSpec run) {
        return (long) Math.ceil(Math.min(MOST_STEPS, GENEROSITY * likelySteps(run)));
    }

    /** Steps that it is likely to take. */
    static double likelySteps(RunSpec run) {
        return GrowthTheory.growth(run).stream()
                .map(rate -> (0.5 * StrictMath.log((double) run.task().d()) + REST) / StrictMath.log1p(rate))
                .findFirst()
                .orElse(FEW_STEPS);
    }
}
