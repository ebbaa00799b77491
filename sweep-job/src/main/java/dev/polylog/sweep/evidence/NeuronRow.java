package dev.polylog.sweep.evidence;

/** A neuron at a snapshot, in the plane of the labels; {@code outputWeight} is a. */
public record NeuronRow(int cell, long step, double w1, double w2, double outputWeight) {}
