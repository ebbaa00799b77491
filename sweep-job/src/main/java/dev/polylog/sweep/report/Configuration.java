package dev.polylog.sweep.report;

/**
 * A sweep as canonical text.
 *
 * @param title what tells it apart; empty if it is the only one
 */
public record Configuration(String title, String text) {}
