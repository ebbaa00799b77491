package dev.polylog.sweep.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs come from, each with a number of runs.
 *
 * @param engines that trained them
 * @param numerics what their bits depend on besides the specification
 * @param versions of Polylog
 * @param cpuSeconds processor time of all
 * @param lastEnd when the last of them ended
 */
public record Provenance(
        Map<String, Long> engines,
        Map<String, Long> numerics,
        Map<String, Long> versions,
        double cpuSeconds,
        Optional<Instant> lastEnd) {
    public Provenance {
        engines = Map.copyOf(engines);
        numerics = Map.copyOf(numerics);
        versions = Map.copyOf(versions);
    }
}
