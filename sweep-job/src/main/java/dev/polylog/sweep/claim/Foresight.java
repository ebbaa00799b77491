package dev.polylog.sweep.claim;

import dev.polylog.sweep.theory.Expectation;
import java.util.Optional;

/** What theory expects of a cell, by its number in the grid; empty if it says nothing. Asked only by statistics that need it. */
@FunctionalInterface
public interface Foresight {
    Optional<Expectation> of(int cell);
}
