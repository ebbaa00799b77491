package dev.polylog.sweep.evidence;

/**
 * A tenth of the test samples of a run by distance from the boundary, at a snapshot.
 *
 * @param tenth 1, the nearest, to 10
 * @param from distance of its nearest sample
 * @param to distance of its farthest
 * @param samples number of its samples
 * @param testError over these alone
 */
public record RunTenth(
        int cell, int replicate, long step, int tenth, double from, double to, int samples, double testError) {

    /** What tells its run from others. */
    public String run() {
        return cell + " " + replicate;
    }

    /** Samples that are misjudged; one in the middle counts one half. */
    public double errors() {
        return samples * testError;
    }
}
