package dev.polylog.trainer.network;

import dev.polylog.trainer.random.StreamKey;
import java.util.Optional;

/**
 * Where training starts.
 *
 * @param initialization the law of the weights
 * @param redraw which networks are drawn again
 */
public record Start(Initialization initialization, Redraw redraw) {
    /** A law of which every draw will do. */
    public Start(Initialization initialization) {
        this(initialization, new Redraw.None());
    }

    /** Refuses architectures that the law cannot make. */
    public void check(Architecture architecture) {
        boolean isFinite = !architecture.neurons().isInfinite();
        if (isFinite && initialization instanceof Initialization.Mirror && architecture.width() % 2 != 0) {
            throw new IllegalArgumentException("Invalid width: " + architecture.width()
                    + " (expected an even number with init mirror, whose neurons come in pairs)");
        }
    }

    /**
     * What came of drawing.
     *
     * @param network the first acceptable one; empty if there was none
     * @param draws networks drawn
     */
    public record Draw(Optional<TwoLayerNetwork> network, int draws) {
        /** Nothing was drawn. */
        public static final Draw NONE = new Draw(Optional.empty(), 0);
    }

    /** Draws networks until one is acceptable, or as many as the rule allows. */
    public Draw draw(Architecture architecture, long d, StreamKey key) {
        return draw(architecture, NormalRows.ofDimension(d), key);
    }

    /** Draws networks of which the first layers are made of some vectors. */
    public Draw draw(Architecture architecture, NormalRows vectors, StreamKey key) {
        for (int draw = 0; draw < redraw.limit(); draw++) {
            TwoLayerNetwork network = initialization.draw(architecture, vectors, key, draw);
            if (redraw.admits(network)) {
                return new Draw(Optional.of(network), draw + 1);
            }
        }
        return new Draw(Optional.empty(), redraw.limit());
    }
}
