package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.survival.Quantile;
import java.util.Optional;

/**
 * A cell beside its law.
 *
 * @param runs with a trajectory
 * @param reached those that reached the threshold
 * @param failed runs without a trajectory, left out
 * @param kaplanMeier median without a model, on upper ends
 * @param median of the log-normal model (if the noise is skewed, a geometric mean) with a location of its own; empty where no run reached the threshold, and
 *     everywhere if nothing tells sigma
 */
public record CellFit(double x, int runs, int reached, int failed, Quantile kaplanMeier, Optional<Estimate> median) {}
