package dev.polylog.trainer.engine;

import dev.polylog.trainer.vector.Race;

/** Chooses the kernel of one piece of work after another. Not thread-safe; the race behind it is shared. */
final class LaneRace {
    private static final LaneKernel PORTABLE = new PortableLanes();
    private static final LaneKernel VECTOR = new VectorLaneKernel();

    private final Race race;
    private boolean isTrial;
    private long start;

    LaneRace(Race race) {
        this.race = race;
    }

    /** The kernel for the piece of work that begins now. */
    LaneKernel begin() {
        if (race.isWon()) {
            return VECTOR;
        }
        isTrial = race.isTrial();
        start = System.nanoTime();
        return isTrial ? VECTOR : PORTABLE;
    }

    /** Ends a piece of work, whose size tells pieces of different runs apart. */
    void end(double size) {
        if (race.isWon()) {
            return;
        }
        long picosPerUnit = (long) ((System.nanoTime() - start) * 1000 / size);
        if (isTrial) {
            race.vector(picosPerUnit);
        } else {
            race.portable(picosPerUnit);
        }
    }
}
