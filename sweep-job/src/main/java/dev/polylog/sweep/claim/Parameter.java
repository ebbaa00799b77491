package dev.polylog.sweep.claim;

import dev.polylog.trainer.observe.Observable;
import java.util.List;

/**
 * Something that a statistic has to be told.
 *
 * @param name in a sweep file
 * @param words the words that it may be, if it is one
 * @param meaning one line for the documents
 */
public record Parameter(String name, Form form, Presence presence, List<String> words, String meaning) {

    /** What is written. */
    public enum Form {
        NUMBER,
        WORD,
        /** A condition on fields, as in {@code exclude}. */
        CELLS
    }

    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    public Parameter {
        words = List.copyOf(words);
    }

    static Parameter number(String name, String meaning) {
        return new Parameter(name, Form.NUMBER, Presence.OPTIONAL, List.of(), meaning);
    }

    static Parameter word(String name, List<String> words, String meaning) {
        return new Parameter(name, Form.WORD, Presence.OPTIONAL, words, meaning);
    }

    static Parameter observable(String name, String meaning) {
        return new Parameter(
                name,
                Form.WORD,
                Presence.REQUIRED,
                Observable.ALL.stream().map(Observable::column).toList(),
                meaning);
    }

    static Parameter cells(String name, String meaning) {
        return new Parameter(name, Form.CELLS, Presence.REQUIRED, List.of(), meaning);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }
}
