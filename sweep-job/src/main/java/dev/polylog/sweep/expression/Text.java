package dev.polylog.sweep.expression;

import dev.polylog.trainer.run.Field;

/** A term whose value is the name of a choice. */
sealed interface Text extends Term {

    String value(Scope scope);

    @Override
    default Precedence precedence() {
        return Precedence.ATOM;
    }

    /** A name between quotes. */
    record Literal(String name) implements Text {
        @Override
        public String value(Scope scope) {
            return name;
        }

        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }

    /** A field that is one of a few choices. */
    record Reading(Field<?> field) implements Text {
        @Override
        public String value(Scope scope) {
            return scope.text(field);
        }

        @Override
        public String toString() {
            return field.column();
        }
    }
}
