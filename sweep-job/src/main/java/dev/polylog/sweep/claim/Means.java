package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.Coefficient;
import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.evidence.RunValue;
import java.util.List;

/** Means over independent runs, with Student's interval. */
final class Means {
    static final String INTERVAL = "Student's t, over runs";

    private Means() {}

    static Reading of(List<Double> values, String remark) {
        List<Double> known = values.stream().filter(Double::isFinite).toList();
        if (known.size() < 2) {
            return new Unmeasured("fewer than two runs have a value");
        }
        return Measurement.of(Coefficient.ofMean(known, Confidence.USUAL), known.size(), remark);
    }

    /** The values of runs that were trained to their end. */
    static List<Double> complete(List<RunValue> runs) {
        return runs.stream()
                .filter(run -> run.outcome().isComplete() && Double.isFinite(run.value()))
                .map(RunValue::value)
                .toList();
    }
}
