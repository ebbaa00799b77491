package dev.polylog.trainer.random;

import java.util.HexFormat;

/**
 * The 128-bit key of all randomness of a run.
 *
 * @param high first 64 bits
 * @param low last 64 bits
 */
public record StreamKey(long high, long low) {

    /** Reads 32 hexadecimal digits. */
    public static StreamKey parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("Invalid stream key: " + hex + " (expected 32 hexadecimal digits)");
        }
        return new StreamKey(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    /** The stream of numbers for one purpose at one step. */
    public RandomStream stream(Purpose purpose, long step) {
        return new RandomStream(this, purpose, step);
    }
}
