package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody says of the runs of a sweep, so that a number decides it.
 *
 * @param id how it is called, one of a kind in its sweep
 * @param says the claim as a sentence
 * @param source who says so, and where
 * @param measure the number
 * @param where which cells it is about; empty for all
 * @param relation what has to be true of the number
 */
public record Claim(
        String id,
        String says,
        String source,
        Measure measure,
        Optional<Expression<Boolean>> where,
        Relation relation) {
    public static final String ID = "1 to 24 of A-Z a-z 0-9 . _ -";

    private static final Pattern IDS = Pattern.compile("[A-Za-z0-9._-]{1,24}");

    public Claim {
        if (!isId(id)) {
            throw new IllegalArgumentException("Invalid id: " + id + " (expected " + ID + ")");
        }
    }

    public static boolean isId(String id) {
        return IDS.matcher(id).matches();
    }
}
