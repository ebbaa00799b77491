package dev.polylog.trainer.run;

import java.util.Optional;

/** One run while it learns, step by step; each step is recorded in its {@link Logbook} if it is a checkpoint. */
sealed interface Course permits SgdCourse, RidgeCourse {

    /** Records what is there before the first step. Returns what that decides. */
    Optional<Outcome> begin();

    /** Takes a step, from 1. Returns what it decides. */
    Optional<Outcome> step(long step);

    /** Records what is there after the last step. */
    void end(long step);
}
