package dev.polylog.trainer.engine;

/** What an engine whose coordinates turn knows of the weights as they were when it was asked to follow them. */
public interface StartProducts {
    /** The product of a neuron's first-layer weights now with those then. */
    double product(int neuron);
}
