package dev.polylog.sweep.report.figure;

/**
 * A neuron at a snapshot, seen in the plane of the labels.
 *
 * @param run which run, in words
 * @param w1 first coordinate of its weights
 * @param w2 second coordinate
 * @param outputWeight a; its sign says which direction is the signal
 */
public record NeuronPoint(String run, long step, double w1, double w2, double outputWeight) {}
