package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Rule;

/**
 * Moves the layers that are trained, all by gradients at the parameters before: within a step, the first layer and its biases
 * come before the output weights that are factors of their gradients.
 */
final class Descent {
    private final TwoLayerNetwork network;
    private final Training training;
    private final Rule hidden;
    private final Rule biases;
    private final Rule outputs;
    private boolean movesFirst;
    private boolean movesSecond;

    Descent(TwoLayerNetwork network, Training training) {
        this.network = network;
        this.training = training;
        this.hidden = rule(network.hiddenWeights());
        this.biases = rule(network.biases());
        this.outputs = rule(network.outputWeights());
    }

    private Rule rule(float[] weights) {
        return training.optimizer().start(weights.length, training.batchSize());
    }

    /** Bytes of the optimiser's state for so many weights and biases. */
    static double bytes(Workload workload, double parameters) {
        return Double.BYTES * workload.training().optimizer().momentsPerParameter() * parameters;
    }

    /** Begins a step. */
    void begin(long step) {
        movesFirst = training.movesFirst(step);
        movesSecond = training.movesSecond(step) && network.architecture().output() instanceof Output.Trained;
        if (movesFirst) {
            hidden.begin();
            biases.begin();
        }
        if (movesSecond) {
            outputs.begin();
        }
    }

    /** Whether this step moves the first layer: if not, its gradients need not be computed. */
    boolean movesFirst() {
        return movesFirst;
    }

    /** Whether this step moves the second layer. */
    boolean movesSecond() {
        return movesSecond;
    }

    /**
     * Moves some coordinates of the first layer against {@code (1 / m) a_j (D'X)_j}.
     *
     * @param gradient D'X on these coordinates: width x columns
     * @param from the first of them
     */
    void moveHidden(float[] gradient, int from, int columns) {
        if (!movesFirst) {
            return;
        }
        float[] a = network.outputWeights();
        for (int j = 0; j < network.width(); j++) {
            hidden.move(network.hiddenWeights(), j * network.d() + from, gradient, j * columns, columns, a[j]);
        }
    }

    /**
     * Moves the biases against {@code (1 / m) a_j sum_i D_ij}.
     *
     * @param gradient sums of the columns of D: width, or more
     */
    void moveBiases(double[] gradient) {
        if (!movesFirst) {
            return;
        }
        float[] b = network.biases();
        for (int j = 0; j < b.length; j++) {
            b[j] = (float) (b[j] - biases.displacement(j, network.outputWeights()[j], gradient[j]));
        }
    }

    /**
     * Moves the output weights against {@code (1 / m) sum_i l'_i s(h_ij)}, as the last of a step.
     *
     * @param gradient one sum a neuron, or more
     */
    void moveOutputs(double[] gradient) {
        if (!movesSecond) {
            return;
        }
        float[] a = network.outputWeights();
        for (int j = 0; j < a.length; j++) {
            a[j] = (float) (a[j] - outputs.displacement(j, 1, gradient[j]));
        }
    }

    /** The same three moves of weights in double precision, which the network shows rounded. */
    void move(double[] w, double[] b, double[] a, double[] hiddenGradient, double[] biasGradient, double[] gradient) {
        for (int k = 0; k < w.length && movesFirst; k++) {
            w[k] -= hidden.displacement(k, a[k / network.d()], hiddenGradient[k]);
            network.hiddenWeights()[k] = (float) w[k];
        }
        for (int j = 0; j < b.length && movesFirst; j++) {
            b[j] -= biases.displacement(j, a[j], biasGradient[j]);
            network.biases()[j] = (float) b[j];
        }
        for (int j = 0; j < a.length && movesSecond; j++) {
            a[j] -= outputs.displacement(j, 1, gradient[j]);
            network.outputWeights()[j] = (float) a[j];
        }
    }
}
