package dev.polylog.sweep.spark;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.Numerics;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps travel as text; each process parses one once. */
final class SweepCache {
    private static final Logger LOG = LoggerFactory.getLogger(SweepCache.class);
    private static final ConcurrentMap<String, Sweep> PARSED = new ConcurrentHashMap<>();

    private SweepCache() {}

    static Sweep parse(String text) {
        return PARSED.computeIfAbsent(text, SweepCache::read);
    }

    private static Sweep read(String text) {
        LOG.info("Numerics here: {}", Numerics.fingerprint());
        Blas.warning().ifPresent(warning -> LOG.warn("Slow or not reproducible: {}", warning));
        try {
            return SweepFile.parse(text);
        } catch (InvalidSweepException e) {
            throw new IllegalStateException("Cannot read the sweep that the driver sent, " + e.getMessage(), e);
        }
    }
}
