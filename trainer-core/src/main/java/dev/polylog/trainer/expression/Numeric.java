package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A term whose value is a number. */
sealed interface Numeric extends Term<BigDecimal> {

    @Override
    default Precedence precedence() {
        return Precedence.ATOM;
    }

    /** A literal. */
    record Literal(BigDecimal number) implements Numeric {
        @Override
        public BigDecimal value(Scope scope) {
            return number;
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
            BigDecimal[] values = new BigDecimal[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(scope);
            }
            try {
                return function.apply(values);
            } catch (ArithmeticException e) {
                throw new Fault(column, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String toString() {
            return arguments.stream().map(Numeric::toString).collect(Collectors.joining(", ", function + "(", ")"));
        }
    }
}
