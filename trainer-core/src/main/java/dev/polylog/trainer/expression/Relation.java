package dev.polylog.trainer.expression;

/** A comparison. */
enum Relation {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    UNEQUAL("!=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** Whether it holds between two values that compare like {@code order} to 0. */
    boolean holds(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
        };
    }

    boolean isEquality() {
        return this == EQUAL || this == UNEQUAL;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
