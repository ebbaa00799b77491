package dev.polylog.trainer.expression;

/** A term whose value is a word. */
sealed interface Text extends Term<String> {

    @Override
    default Precedence precedence() {
        return Precedence.ATOM;
    }

    /** A word between quotes. */
    record Literal(String word) implements Text {
        @Override
        public String value(Scope scope) {
            return word;
        }

        @Override
        public String toString() {
            return "'" + word + "'";
        }
    }

    /** A variable whose value is a word. */
    record Reading(Variable.OfWord variable) implements Text {
        @Override
        public String value(Scope scope) {
            return scope.word(variable.slot());
        }

        @Override
        public String toString() {
            return variable.name();
        }
    }
}
