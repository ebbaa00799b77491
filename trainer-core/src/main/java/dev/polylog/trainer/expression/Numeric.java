package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A term whose value is a number. */
sealed interface Numeric extends Term<BigDecimal> {

    /** The range over all inputs; throws {@link Fault} where there is an input without a value, as far as ranges show. */
    Interval range();

    /** The same in double precision, as a function of inputs. */
    RealFunction compiled();

    /** Whether its form shows that every value is -1 or +1. */
    default boolean isSign() {
        return false;
    }

    @Override
    default Precedence precedence() {
        return Precedence.ATOM;
    }

    private static Interval checked(Interval range, Numeric term, int column) {
        if (range.isTooLarge()) {
            throw Fault.tooLarge(column, term);
        }
        return range;
    }

    /** A literal. */
    record Literal(BigDecimal number) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            return number;
        }

        @Override
        public Interval range() {
            return Interval.of(number.doubleValue());
        }

        @Override
        public RealFunction compiled() {
            double constant = number.doubleValue();
            return (inputs, offset) -> constant;
        }

        @Override
        public boolean isSign() {
            return number.compareTo(BigDecimal.ONE) == 0;
        }

        @Override
        public String toString() {
            return number.toString();
        }
    }

    /** A variable whose value is a number. */
    record Reading(Variable.OfNumber variable) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            return scope.number(variable.slot());
        }

        @Override
        public Interval range() {
            return Interval.ALL;
        }

        @Override
        public RealFunction compiled() {
            int coordinate = variable.slot();
            return (inputs, offset) -> inputs[offset + coordinate];
        }

        @Override
        public String toString() {
            return variable.name();
        }
    }

    /** {@code -x}. */
    record Negation(Numeric operand) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            return operand.value(scope).negate();
        }

        @Override
        public Interval range() {
            return operand.range().negate();
        }

        @Override
        public RealFunction compiled() {
            RealFunction negated = operand.compiled();
            return (inputs, offset) -> -negated.value(inputs, offset);
        }

        @Override
        public boolean isSign() {
            return operand.isSign();
        }

        @Override
        public Precedence precedence() {
            return Precedence.NEGATION;
        }

        @Override
        public String toString() {
            return "-" + operand.within(Precedence.NEGATION);
        }
    }

    /** Two operands and an operator between them. */
    record Operation(Operator operator, Numeric left, Numeric right, int column) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            BigDecimal first = left.value(scope);
            BigDecimal second = right.value(scope);
            try {
                return operator.apply(first, second);
            } catch (ArithmeticException e) {
                throw new Fault(column, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Interval range() {
            if (operator == Operator.TIMES) {
                return Product.of(this).range();
            }
            Interval first = left.range();
            Interval second = right.range();
            try {
                return checked(operator.range(first, second), this, column);
            } catch (ArithmeticException e) {
                throw Fault.undefined(column, this, operator == Operator.OVER ? right : left, e);
            }
        }

        @Override
        public RealFunction compiled() {
            return operator.of(left.compiled(), right.compiled());
        }

        @Override
        public boolean isSign() {
            return operator == Operator.TIMES && left.isSign() && right.isSign();
        }

        @Override
        public Precedence precedence() {
            return operator.precedence();
        }

        @Override
        public String toString() {
            Precedence onTheLeft = operator == Operator.POWER ? Precedence.ATOM : precedence();
            Precedence onTheRight = precedence() == Precedence.SUM ? Precedence.PRODUCT : Precedence.NEGATION;
            return left.within(onTheLeft) + " " + operator + " " + right.within(onTheRight);
        }
    }

    /** A function and its arguments. */
    record Call(MathFunction function, List<Numeric> arguments, int column) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            List<BigDecimal> values =
                    arguments.stream().map(argument -> argument.value(scope)).toList();
            try {
                return function.decimal(values);
            } catch (ArithmeticException e) {
                throw new Fault(column, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Interval range() {
            List<Interval> ranges = arguments.stream().map(Numeric::range).toList();
            try {
                return checked(function.range(ranges), this, column);
            } catch (ArithmeticException e) {
                throw Fault.undefined(column, this, arguments.get(0), e);
            }
        }

        @Override
        public RealFunction compiled() {
            return function.of(arguments.stream().map(Numeric::compiled).toList());
        }

        @Override
        public boolean isSign() {
            return function.equals(MathFunction.SIGN)
                    || (function instanceof MathFunction.Extreme
                            && arguments.stream().allMatch(Numeric::isSign));
        }

        @Override
        public String toString() {
            return arguments.stream().map(Numeric::toString).collect(Collectors.joining(", ", function + "(", ")"));
        }
    }
}
