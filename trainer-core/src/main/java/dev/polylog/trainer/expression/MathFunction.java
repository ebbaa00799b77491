package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A function of numbers, in decimal arithmetic, in double precision and on ranges. */
sealed interface MathFunction {

    /** -1 below zero, +1 at zero and above. */
    MathFunction SIGN = new Unary(
            "sign",
            number -> number.signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE,
            x -> x < 0 ? -1 : 1,
            Interval::sign);

    /** All functions; the registry of the parser. */
    List<MathFunction> ALL = all();

    private static List<MathFunction> all() {
        List<MathFunction> all = new ArrayList<>(List.of(
                new Extreme("min", BigDecimal::min, Math::min, Interval::min),
                new Extreme("max", BigDecimal::max, Math::max, Interval::max),
                rounding("floor", RoundingMode.FLOOR, Math::floor),
                rounding("ceil", RoundingMode.CEILING, Math::ceil),
                rounding("round", RoundingMode.HALF_UP, MathFunction::rounded),
                new Unary("log", Decimals::log, StrictMath::log, Interval::log),
                new Unary("sqrt", Decimals::sqrt, Math::sqrt, Interval::sqrt),
                new Unary("abs", BigDecimal::abs, Math::abs, Interval::abs),
                SIGN,
                new Unary("exp", Decimals::exp, StrictMath::exp, Interval::exp),
                new Unary("sin", null, StrictMath::sin, range -> range.wave(StrictMath::sin)),
                new Unary("cos", null, StrictMath::cos, range -> range.wave(StrictMath::cos)),
                new Unary("tanh", null, StrictMath::tanh, range -> range.increasing(StrictMath::tanh))));
        for (int n = 0; n <= Hermite.MOST; n++) {
            Hermite polynomial = new Hermite(n);
            all.add(new Unary("he" + n, null, polynomial::value, polynomial::range));
        }
        return List.copyOf(all);
    }

    String name();

    boolean admits(int arguments);

    String expectedArguments();

    /** Whether it has a value in decimal arithmetic. */
    boolean isDecimal();

    /** The result; throws {@link ArithmeticException} with a reason that can be shown. */
    BigDecimal decimal(List<BigDecimal> arguments);

    /** The function of functions of inputs. */
    RealFunction of(List<RealFunction> arguments);

    /**
     * The range over ranges of the arguments.
     *
     * @throws ArithmeticException if the function is undefined somewhere; the message is what the argument may be
     */
    Interval range(List<Interval> arguments);

    /** A function of one argument. */
    record Unary(
            String name,
            @Nullable UnaryOperator<BigDecimal> decimals,
            DoubleUnaryOperator reals,
            UnaryOperator<Interval> ranges)
            implements MathFunction {
        @Override
        public boolean admits(int arguments) {
            return arguments == 1;
        }

        @Override
        public String expectedArguments() {
            return "one argument";
        }

        @Override
        public boolean isDecimal() {
            return decimals != null;
        }

        @Override
        public BigDecimal decimal(List<BigDecimal> arguments) {
            if (decimals == null) {
                throw new ArithmeticException(name + " has no decimal value");
            }
            return decimals.apply(arguments.get(0));
        }

        @Override
        public RealFunction of(List<RealFunction> arguments) {
            DoubleUnaryOperator function = reals;
            RealFunction argument = arguments.get(0);
            return (inputs, offset) -> function.applyAsDouble(argument.value(inputs, offset));
        }

        @Override
        public Interval range(List<Interval> arguments) {
            return ranges.apply(arguments.get(0));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The least or the greatest of several arguments. */
    record Extreme(
            String name,
            BinaryOperator<BigDecimal> decimals,
            DoubleBinaryOperator reals,
            BinaryOperator<Interval> ranges)
            implements MathFunction {
        @Override
        public boolean admits(int arguments) {
            return arguments >= 2;
        }

        @Override
        public String expectedArguments() {
            return "at least two arguments";
        }

        @Override
        public boolean isDecimal() {
            return true;
        }

        @Override
        public BigDecimal decimal(List<BigDecimal> arguments) {
            return arguments.stream().reduce(arguments.get(0), decimals);
        }

        @Override
        public RealFunction of(List<RealFunction> arguments) {
            RealFunction extreme = arguments.get(0);
            for (RealFunction next : arguments.subList(1, arguments.size())) {
                extreme = pair(extreme, next);
            }
            return extreme;
        }

        private RealFunction pair(RealFunction one, RealFunction other) {
            DoubleBinaryOperator function = reals;
            return (inputs, offset) -> function.applyAsDouble(one.value(inputs, offset), other.value(inputs, offset));
        }

        @Override
        public Interval range(List<Interval> arguments) {
            return arguments.stream().reduce(arguments.get(0), ranges);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static MathFunction rounding(String name, RoundingMode mode, DoubleUnaryOperator reals) {
        return new Unary(name, number -> number.setScale(0, mode), reals, range -> range.increasing(reals));
    }

    /** Halves away from 0; unlike {@code floor(x + 0.5)}, right just below a half. */
    private static double rounded(double x) {
        double size = Math.abs(x);
        double below = Math.floor(size);
        return Math.copySign(size - below >= 0.5 ? below + 1 : below, x);
    }
}
