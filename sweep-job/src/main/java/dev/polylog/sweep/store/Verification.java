package dev.polylog.sweep.store;

import java.util.List;

/**
 * What comes of looking at every file of a store.
 *
 * @param whole the packs whose every file is as it was published
 * @param damaged everything else that is in the way
 */
public record Verification(List<PackFiles> whole, List<Damage> damaged) {
    public Verification {
        whole = List.copyOf(whole);
        damaged = List.copyOf(damaged);
    }
}
