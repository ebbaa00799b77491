package dev.polylog.sweep.report;

/** Something to know about where results come from, such as the engine. */
public record Fact(String name, String value) {}
