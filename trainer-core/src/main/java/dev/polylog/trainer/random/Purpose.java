package dev.polylog.trainer.random;

/**
 * What a random number is for. Each purpose owns a disjoint part of the counter space, so that a new one never shifts
 * the numbers of another.
 *
 * <p>The codes enter every number ever drawn: never renumber, never reuse.
 */
public enum Purpose {
    /** Directions of the first-layer weights. */
    HIDDEN_WEIGHTS(1),
    /** Signs of the second-layer weights. */
    OUTPUT_SIGNS(2),
    /** Inputs of the training minibatch of a step. */
    TRAINING_INPUTS(3),
    /** Label flips of the training minibatch of a step. */
    LABEL_NOISE(4),
    /** Inputs of the test samples of a checkpoint. */
    TEST_INPUTS(5),
    /** What labels and network see of the training minibatch of a step. */
    PROJECTED_INPUTS(6),
    /** The part of the gradient of a step that labels and network do not see. */
    PROJECTED_REMAINDER(7),
    /** What labels and network see of the test samples of a checkpoint. */
    PROJECTED_TEST_INPUTS(8),
    /** Directions of the axes of the labels. */
    BASIS(9),
    /** Directions of the eigenvectors of the covariance. */
    EIGENBASIS(10),
    /** Clusters of the training minibatch of a step. */
    TRAINING_CLUSTERS(11),
    /** Clusters of the test samples of a checkpoint. */
    TEST_CLUSTERS(12),
    /** Which samples of a fixed data set make the minibatch of a step. */
    DATASET_CHOICE(13),
    /** First-layer biases. */
    BIASES(14),
    /** Sizes of the second-layer weights. */
    OUTPUT_WEIGHTS(15),
    /** Noise on the labels of the training minibatch of a step. */
    TARGET_NOISE(16),
    /** What the new directions of a step of the gram engine have of the first weights. */
    START_DIRECTIONS(17);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
