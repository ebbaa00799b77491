package dev.polylog.trainer.task;

import java.util.ArrayList;
import java.util.List;

/**
 * The symmetric root {@code S = diag(s) + c 1 1'} of a covariance with few distinct numbers s, which stand side by side.
 *
 * @param runs the coordinates in their order
 * @param shift c
 */
public record Levels(List<Level> runs, double shift) {

    /** For the diagonal covariance proportional to the scales of some runs that has trace d. */
    static Levels ofVariances(Level... runs) {
        double d = 0;
        double trace = 0;
        for (Level run : runs) {
            d += run.dimension();
            trace += run.dimension() * run.scale();
        }
        double factor = d / trace;
        return new Levels(
                List.of(runs).stream()
                        .map(run -> new Level(run.dimension(), Math.sqrt(run.scale() * factor)))
                        .toList(),
                0);
    }

    /** The root times a factor. */
    Levels times(double factor) {
        return new Levels(
                runs.stream()
                        .map(run -> new Level(run.dimension(), factor * run.scale()))
                        .toList(),
                factor * shift);
    }

    /** s of the first coordinates. */
    double[] first(int count) {
        double[] scales = new double[count];
        int at = 0;
        for (Level run : runs) {
            for (int k = 0; k < run.dimension() && at < count; k++) {
                scales[at++] = run.scale();
            }
        }
        return scales;
    }

    /** The runs of all but the first coordinates. */
    List<Level> after(int count) {
        List<Level> rest = new ArrayList<>();
        int skipped = 0;
        for (Level run : runs) {
            int skip = (int) Math.min(run.dimension(), count - skipped);
            skipped += skip;
            if (run.dimension() > skip) {
                rest.add(new Level(run.dimension() - skip, run.scale()));
            }
        }
        return rest;
    }
}
