package dev.polylog.sweep.store;

/**
 * A table of an analysis.
 *
 * @param <R> what a row is made of
 * @param rows in order; reading them twice gives the same ones
 */
public record ResultTable<R>(Schema<R> schema, Iterable<R> rows) {}
