package dev.polylog.sweep.theory;

/**
 * Theory has nothing to say.
 *
 * @param reason in words that go on after a colon
 */
public record Silence(String reason) implements Forecast {}
