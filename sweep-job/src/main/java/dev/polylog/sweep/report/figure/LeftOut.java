package dev.polylog.sweep.report.figure;

/**
 * A figure for which there is nothing to draw.
 *
 * @param reason a sentence
 */
public record LeftOut(String title, String reason) implements Entry {}
