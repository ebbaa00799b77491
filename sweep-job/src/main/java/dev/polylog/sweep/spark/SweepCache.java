package dev.polylog.sweep.spark;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Sweeps travel as text; each process parses one once. */
final class SweepCache {
    private static final ConcurrentMap<String, Sweep> PARSED = new ConcurrentHashMap<>();

    private SweepCache() {}

    static Sweep parse(String text) {
        return PARSED.computeIfAbsent(text, SweepCache::read);
    }

    private static Sweep read(String text) {
        try {
            return SweepFile.parse(text);
        } catch (InvalidSweepException e) {
            throw new IllegalStateException("Cannot read the sweep that the driver sent, " + e.getMessage(), e);
        }
    }
}
