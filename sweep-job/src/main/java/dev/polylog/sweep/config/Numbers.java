package dev.polylog.sweep.config;

import dev.polylog.trainer.expression.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Literal numbers of a sweep file, exactly as they are written. */
final class Numbers {
    static final int MAX_LENGTH = 100;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(?i:nan|inf|infinity)");

    private Numbers() {}

    /** Whether it means a number, possibly one that is not finite. */
    static boolean looksLikeNumber(String text) {
        return NUMBER.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
    }

    /** Whether it means a number that is too large or too small for {@link #parse}. */
    static boolean isOutOfRange(String text) {
        return text.length() <= MAX_LENGTH
                && NUMBER.matcher(text).matches()
                && parse(text).isEmpty();
    }

    /** The number, if it is one that expressions can hold: finite, and not lost to 0. Never expands an exponent. */
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            BigDecimal exact = new BigDecimal(text);
            return Optional.of(Decimals.bounded(exact)).filter(number -> number.signum() == exact.signum());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
