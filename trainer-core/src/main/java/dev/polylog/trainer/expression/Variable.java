package dev.polylog.trainer.expression;

/** A name that expressions may read. Its slot is the position that a {@link Scope} knows it by, from 0. */
public sealed interface Variable {

    String name();

    int slot();

    /** One whose value is a number. */
    record OfNumber(String name, int slot) implements Variable {}

    /** One whose value is a word. */
    record OfWord(String name, int slot, Words words) implements Variable {}

    /** One whose value no expression can compute with. */
    record Opaque(String name, int slot) implements Variable {}

    /** The words that a variable can have as its value. */
    @FunctionalInterface
    interface Words {
        /**
         * The word in its canonical form.
         *
         * @throws IllegalArgumentException if it is none; the message is why, such as {@code expected a or b}
         */
        String canonical(String written);
    }
}
