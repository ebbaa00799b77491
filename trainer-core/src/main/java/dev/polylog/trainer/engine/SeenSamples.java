package dev.polylog.trainer.engine;

/**
 * Fresh samples as labels and network see them, chunk by chunk in buffers that are reused. The network must not move between
 * {@link #moveTo} and the last {@link #draw}.
 */
public sealed interface SeenSamples extends TestInputs permits DenseSeenSamples, ProjectedSamples {

    /** Moves to the samples of a step, seen by the network as it is now. */
    void moveTo(long step);

    int size();

    int chunks();

    /** Draws a chunk and returns its number of rows. */
    int draw(int chunk);

    /** Rows x {@link #stride}; the pre-activations are the first {@code width} columns. */
    float[] preActivations();

    int stride();

    /** Coordinate {@code k} that the label depends on, in the axes of the labels. */
    double coordinate(int row, int k);

    /** Labels, as the task codes them. */
    float[] labels();
}
