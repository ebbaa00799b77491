package dev.polylog.sweep.store;

import java.util.Map;

/** What a store would know, without one. */
public final class StoredRuns {
    private StoredRuns() {}

    public static RunIndex index(Map<String, RunIndex.Entry> entries) {
        RunIndex index = new RunIndex();
        entries.forEach(index::put);
        return index;
    }
}
