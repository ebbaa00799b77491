package dev.polylog.trainer.network;

import dev.polylog.trainer.vector.Exponential;
import dev.polylog.trainer.vector.Passes;
import dev.polylog.trainer.vector.PortableReluPasses;
import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.VectorReluPasses;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The nonlinearity s of the hidden neurons. */
public sealed interface Activation
        permits Activation.Relu, Activation.Abs, Activation.LeakyRelu, Activation.Tanh, Activation.Quadratic {

    /** All activations; the registry of sweep files. A parameter has its default. */
    static List<Activation> all() {
        return List.of(new Relu(), new Abs(), new LeakyRelu(LeakyRelu.LEAK.usual()), new Tanh(), new Quadratic());
    }

    /** Its parameters. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The value of one of them. */
    default double parameter(Parameter parameter) {
        throw new IllegalArgumentException("Cannot read " + parameter + ", " + this + " does not take it");
    }

    /** The same activation with other parameters. */
    default Activation with(ToDoubleFunction<Parameter> values) {
        return this;
    }

    /** {@code s(h)}. */
    double value(double h);

    /** {@code s'(h)}; where s has a kink, at zero, a value between those on its two sides. */
    double slope(double h);

    /** What it has in common with its mirror image. */
    Symmetry symmetry();

    /** Whether every slope is exactly 0 or 1. */
    default boolean hasBinarySlope() {
        return false;
    }

    /** Nanoseconds, of a sample and neuron, that a step takes more than with ReLU on the core of frozen costs. */
    default double extraNanoseconds() {
        return 6;
    }

    /** Passes through whole matrices, for one thread: those of s and s', unless there are faster ones of the same bits. */
    default Raced<Passes> passes() {
        return Raced.alone(new PointwisePasses(this));
    }

    /** {@code max(h, 0)}, with slope 0 at zero. */
    record Relu() implements Activation {
        /** Shared by all runs of this process; what it decides has no influence on bits. */
        private static final Race RACE = new Race();

        @Override
        public Symmetry symmetry() {
            return Symmetry.EVEN_BUT_FOR_A_LINEAR_PART;
        }

        @Override
        public double value(double h) {
            return Math.max(h, 0);
        }

        @Override
        public double slope(double h) {
            return h <= 0 ? 0 : 1;
        }

        @Override
        public boolean hasBinarySlope() {
            return true;
        }

        @Override
        public double extraNanoseconds() {
            return 0;
        }

        @Override
        public Raced<Passes> passes() {
            return Raced.of(new PortableReluPasses(), Simd.isPresent() ? new VectorReluPasses() : null, RACE);
        }

        @Override
        public String toString() {
            return "relu";
        }
    }

    /** {@code |h|}, with slope 0 at zero: two opposite ReLU neurons in one. */
    record Abs() implements Activation {
        @Override
        public Symmetry symmetry() {
            return Symmetry.EVEN;
        }

        @Override
        public double value(double h) {
            return Math.abs(h);
        }

        @Override
        public double slope(double h) {
            return Math.signum(h);
        }

        @Override
        public String toString() {
            return "abs";
        }
    }

    /**
     * {@code h} above zero and {@code leak h} below, with slope {@code leak} at zero.
     *
     * @param leak the slope of the lower side, from 0 to 1
     */
    record LeakyRelu(double leak) implements Activation {
        public static final Parameter LEAK = new Parameter("leak", 0.01, 0, 1, "slope of leaky-relu below zero");

        public LeakyRelu {
            if (!(leak >= 0 && leak <= 1)) {
                throw new IllegalArgumentException("Invalid leak: " + leak + " (expected 0 to 1)");
            }
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(LEAK);
        }

        @Override
        public double parameter(Parameter parameter) {
            return leak;
        }

        @Override
        public Activation with(ToDoubleFunction<Parameter> values) {
            return new LeakyRelu(values.applyAsDouble(LEAK));
        }

        @Override
        public Symmetry symmetry() {
            return Symmetry.EVEN_BUT_FOR_A_LINEAR_PART;
        }

        @Override
        public double value(double h) {
            return h > 0 ? h : leak * h;
        }

        @Override
        public double slope(double h) {
            return h > 0 ? 1 : leak;
        }

        @Override
        public double extraNanoseconds() {
            return 14;
        }

        @Override
        public String toString() {
            return "leaky-relu";
        }
    }

    /** The hyperbolic tangent, by the exponential of the logistic loss: within {@code 1e-15} of its value. */
    record Tanh() implements Activation {
        @Override
        public Symmetry symmetry() {
            return Symmetry.ODD;
        }

        @Override
        public double value(double h) {
            double decay = Exponential.decay(2 * h);
            return Math.copySign((1 - decay) / (1 + decay), h);
        }

        @Override
        public double slope(double h) {
            double decay = Exponential.decay(2 * h);
            return 4 * decay / ((1 + decay) * (1 + decay));
        }

        @Override
        public double extraNanoseconds() {
            return 16;
        }

        @Override
        public String toString() {
            return "tanh";
        }
    }

    /** {@code h^2}. */
    record Quadratic() implements Activation {
        @Override
        public Symmetry symmetry() {
            return Symmetry.EVEN;
        }

        @Override
        public double value(double h) {
            return h * h;
        }

        @Override
        public double slope(double h) {
            return 2 * h;
        }

        @Override
        public String toString() {
            return "quadratic";
        }
    }
}
