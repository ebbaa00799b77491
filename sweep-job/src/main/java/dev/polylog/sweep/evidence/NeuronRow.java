package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.growth.Neuron;

/** A neuron of a run at a snapshot. */
public record NeuronRow(int cell, long step, Neuron neuron) {}
