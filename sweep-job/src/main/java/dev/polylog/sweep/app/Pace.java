package dev.polylog.sweep.app;

/**
 * How fast a sweep goes.
 *
 * @param seconds predicted seconds of all its runs, on one core
 * @param longestRunSeconds predicted seconds of the longest of them
 * @param cores that train
 */
record Pace(double seconds, double longestRunSeconds, int cores) {
    private static final double LEAST_PRIOR_SECONDS = 3;
    /** What sums of runs may lack of the whole, which was added up in another order. */
    private static final double ROUNDING = 1e-9;

    /** The share that is done, from 0 to 1, by cost. */
    double share(double doneSeconds) {
        double share = Math.max(0, doneSeconds / seconds);
        return share > 1 - ROUNDING ? 1 : share;
    }

    /**
     * By the measured speed, once there is one. The first guess counts as much as the longest run, before whose end nothing may
     * have been measured.
     *
     * @param doneSeconds predicted seconds of the runs that have ended
     * @param elapsed seconds since the start
     */
    double secondsLeft(double doneSeconds, double elapsed) {
        double prior = Math.max(LEAST_PRIOR_SECONDS, longestRunSeconds);
        double speed = (doneSeconds + prior * cores) / (elapsed + prior);
        return Math.max(0, seconds - doneSeconds) / speed;
    }
}
