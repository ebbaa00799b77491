package dev.polylog.trainer.observe;

import java.util.List;

/**
 * What is recorded at a step of {@code snapshots}.
 *
 * @param neurons every neuron
 * @param distances the tenths of the test samples by distance, nearest first; empty where there is no such distance
 */
public record Snapshot(List<NeuronSnapshot> neurons, List<DistanceTenth> distances) {
    /** Of every other step. */
    static final Snapshot NONE = new Snapshot(List.of(), List.of());

    public Snapshot {
        neurons = List.copyOf(neurons);
        distances = List.copyOf(distances);
    }
}
