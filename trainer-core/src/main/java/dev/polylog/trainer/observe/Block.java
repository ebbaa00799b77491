package dev.polylog.trainer.observe;

import java.util.List;
import java.util.Locale;

/**
 * The four groups of neurons of the XOR problem. A neuron with {@code a >= 0} belongs to mu1 = e1 - e2 (label +1), one
 * with {@code a < 0} to mu2 = e1 + e2 (label -1); the sign is that of {@code w . mu}, zero counting as plus.
 */
public enum Block {
    MU1_PLUS(0, 1, -1, 1),
    MU1_MINUS(1, -1, 1, 1),
    MU2_PLUS(2, 1, 1, -1),
    MU2_MINUS(3, -1, -1, -1);

    private final int index;
    private final int x1;
    private final int x2;
    private final int label;

    Block(int index, int x1, int x2, int label) {
        this.index = index;
        this.x1 = x1;
        this.x2 = x2;
        this.label = label;
    }

    static final List<Block> ALL = List.of(values());

    /** Position in arrays over the blocks. */
    int index() {
        return index;
    }

    /** First coordinate of the cluster centre, which is the block's direction times sqrt(2). */
    int x1() {
        return x1;
    }

    /** Second coordinate of the cluster centre. */
    int x2() {
        return x2;
    }

    /** Label of the cluster centre. */
    int label() {
        return label;
    }

    static Block of(double outputWeight, double w1, double w2) {
        if (outputWeight >= 0) {
            return w1 - w2 >= 0 ? MU1_PLUS : MU1_MINUS;
        }
        return w1 + w2 >= 0 ? MU2_PLUS : MU2_MINUS;
    }

    /** The suffix of the block's columns, such as {@code mu1_plus}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
