package dev.polylog.sweep.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a study that replace defaults: along which axis it looks, and what counts as learned.
 *
 * @param axis name of the field along which samples are compared
 * @param thresholds of the test error, or of the test loss if the sweep only stops at a loss; the first is the one that figures show
 * @param confirm consecutive checkpoints that must meet a threshold
 * @param laws to which axes laws are fitted
 * @param starts of theory in each cell, 0 for no theory; empty for as many as are quick
 */
public record StudyOptions(
        Optional<String> axis, List<Double> thresholds, OptionalInt confirm, Laws laws, OptionalInt starts) {
    public static final StudyOptions USUAL =
            new StudyOptions(Optional.empty(), List.of(), OptionalInt.empty(), Laws.OF_DIMENSION, OptionalInt.empty());

    /** To which axes laws are fitted. They were derived for d. */
    public enum Laws {
        OF_DIMENSION,
        OF_ANY_AXIS
    }

    public StudyOptions {
        thresholds = List.copyOf(thresholds);
    }
}
