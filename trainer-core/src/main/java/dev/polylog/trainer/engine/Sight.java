package dev.polylog.trainer.engine;

/**
 * What labels and network see of a normal input, for the network as it is: of a standard normal row q they see {@code q F}, the
 * pre-activations without biases and centres, then the coordinates that the label depends on.
 */
sealed interface Sight permits Projection, GramWeights {

    /** Takes in that the first layer may have moved. */
    void refresh();

    /** Columns of F, p + k. */
    int size();

    /** The largest {@link #rank}. */
    int mostRank();

    /** Rows of F. */
    int rank();

    /** F: rank x size. The live array. */
    float[] factor();

    /** Biases of the neurons: width, or empty without biases. The live array. */
    float[] biases();

    /** The first two coordinates of the weights, in the axes of the labels: width x 2. The live array. */
    float[] planar();
}
