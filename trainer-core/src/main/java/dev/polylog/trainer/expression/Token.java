package dev.polylog.trainer.expression;

/** A token and the column, from 1, that it starts at. */
record Token(Token.Type type, String text, int column) {

    /** What a token is. */
    enum Type {
        NUMBER,
        NAME,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String symbolOrKeyword) {
        return (type == Type.SYMBOL || type == Type.NAME) && text.equals(symbolOrKeyword);
    }

    @Override
    public String toString() {
        return switch (type) {
            case END -> "the end";
            case TEXT -> "'" + text + "'";
            default -> text;
        };
    }
}
