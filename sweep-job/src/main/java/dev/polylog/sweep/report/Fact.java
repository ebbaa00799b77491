package dev.polylog.sweep.report;

/** A line of the provenance of a report: a name, such as the engine, and its value. */
public record Fact(String name, String value) {}
