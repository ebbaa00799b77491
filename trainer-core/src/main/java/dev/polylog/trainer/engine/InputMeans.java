package dev.polylog.trainer.engine;

import dev.polylog.trainer.limit.Means;

/**
 * Means over all inputs, of an engine that knows them without samples.
 *
 * @param means those of the network as it is when they are measured
 */
public record InputMeans(Means means) implements TestInputs {}
