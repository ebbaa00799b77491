package dev.polylog.trainer.network;

import dev.polylog.trainer.task.InputLaw.FourPoints;

/** Which networks are too poor a start and are drawn again. */
public sealed interface Redraw permits Redraw.None, Redraw.NoDeadPoint {

    /** Whether training may start from a network. */
    boolean admits(TwoLayerNetwork network);

    /** Most draws. */
    int limit();

    /** Any network will do. */
    record None() implements Redraw {
        @Override
        public boolean admits(TwoLayerNetwork network) {
            return true;
        }

        @Override
        public int limit() {
            return 1;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * At each of the four points some neuron has a pre-activation above a margin.
     *
     * @param margin at least 0; not divided by the norm of the weights
     * @param limit most draws of the whole network
     */
    record NoDeadPoint(double margin, int limit) implements Redraw {
        public static final int USUAL_LIMIT = 100;

        public NoDeadPoint {
            if (!(margin >= 0 && Double.isFinite(margin))) {
                throw new IllegalArgumentException("Invalid redraw-margin: " + margin + " (expected at least 0)");
            }
            if (limit < 1) {
                throw new IllegalArgumentException("Invalid redraw-limit: " + limit + " (expected at least 1)");
            }
        }

        @Override
        public boolean admits(TwoLayerNetwork network) {
            for (int point = 0; point < FourPoints.COUNT; point++) {
                if (!isAlive(network, point)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isAlive(TwoLayerNetwork network, int point) {
            for (int j = 0; j < network.width(); j++) {
                if (network.preActivation(j, FourPoints.x1(point), FourPoints.x2(point)) > margin) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return "no-dead-point";
        }
    }
}
