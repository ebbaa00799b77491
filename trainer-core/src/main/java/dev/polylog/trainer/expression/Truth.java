package dev.polylog.trainer.expression;

/** A term that holds or does not. */
sealed interface Truth extends Term<Boolean> {

    /** Numbers compared. */
    record Comparison(Relation relation, Numeric left, Numeric right) implements Truth {
        @Override
        public Boolean value(Scope scope) {
            return relation.holds(left.value(scope).compareTo(right.value(scope)));
        }

        @Override
        public Precedence precedence() {
            return Precedence.COMPARISON;
        }

        @Override
        public String toString() {
            return left.within(Precedence.SUM) + " " + relation + " " + right.within(Precedence.SUM);
        }
    }

    /** Words compared, for equality only. */
    record Match(Relation relation, Text left, Text right) implements Truth {
        @Override
        public Boolean value(Scope scope) {
            return relation.holds(left.value(scope).compareTo(right.value(scope)));
        }

        @Override
        public Precedence precedence() {
            return Precedence.COMPARISON;
        }

        @Override
        public String toString() {
            return left + " " + relation + " " + right;
        }
    }

    /** {@code x and y}; y is not looked at where x is false. */
    record And(Truth left, Truth right) implements Truth {
        @Override
        public Boolean value(Scope scope) {
            return left.value(scope) && right.value(scope);
        }

        @Override
        public Precedence precedence() {
            return Precedence.AND;
        }

        @Override
        public String toString() {
            return left.within(Precedence.AND) + " and " + right.within(Precedence.NOT);
        }
    }

    /** {@code x or y}; y is not looked at where x is true. */
    record Or(Truth left, Truth right) implements Truth {
        @Override
        public Boolean value(Scope scope) {
            return left.value(scope) || right.value(scope);
        }

        @Override
        public Precedence precedence() {
            return Precedence.OR;
        }

        @Override
        public String toString() {
            return left.within(Precedence.OR) + " or " + right.within(Precedence.AND);
        }
    }

    /** {@code not x}. */
    record Not(Truth operand) implements Truth {
        @Override
        public Boolean value(Scope scope) {
            return !operand.value(scope);
        }

        @Override
        public Precedence precedence() {
            return Precedence.NOT;
        }

        @Override
        public String toString() {
            return "not " + operand.within(Precedence.NOT);
        }
    }
}
