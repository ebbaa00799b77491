package dev.polylog.sweep.theory;

/** What theory says of a cell: numbers, or why there are none. */
public sealed interface Forecast permits Expectation, Silence {}
