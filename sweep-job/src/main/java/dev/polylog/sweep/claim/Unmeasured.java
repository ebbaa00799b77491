package dev.polylog.sweep.claim;

/**
 * There is no number.
 *
 * @param reason in words that go on after a comma
 */
public record Unmeasured(String reason) implements Reading {}
