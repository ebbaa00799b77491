package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trajectory of a run at some of its checkpoints, at least one, in order. Immutable. */
public final class Trajectory {
    private final String runId;
    private final int cell;
    private final Outcome.Kind outcome;
    private final long[] steps;
    private final long[] samples;
    private final List<String> phases;
    private final Map<String, double[]> values;

    private Trajectory(Builder builder) {
        runId = builder.runId;
        cell = builder.cell;
        outcome = builder.outcome;
        steps = builder.steps.stream().mapToLong(Long::longValue).toArray();
        samples = builder.samples.stream().mapToLong(Long::longValue).toArray();
        phases = List.copyOf(builder.phases);
        values = new HashMap<>();
        builder.values.forEach((name, list) ->
                values.put(name, list.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private Trajectory(Trajectory other, int cell) {
        runId = other.runId;
        this.cell = cell;
        outcome = other.outcome;
        steps = other.steps;
        samples = other.samples;
        phases = other.phases;
        values = other.values;
    }

    /** The same as that of a run of another cell. */
    public Trajectory of(int number) {
        return new Trajectory(this, number);
    }

    public String runId() {
        return runId;
    }

    public int cell() {
        return cell;
    }

    public Outcome.Kind outcome() {
        return outcome;
    }

    public int size() {
        return steps.length;
    }

    public long[] steps() {
        return steps.clone();
    }

    /** Training samples seen at each checkpoint. */
    public long[] samples() {
        return samples.clone();
    }

    /** The phase at each checkpoint, as the store writes it; empty where there is none. */
    public List<String> phases() {
        return phases;
    }

    /** An observable at each checkpoint, NaN where it is missing. */
    public double[] values(String column) {
        double[] known = values.get(column);
        if (known == null) {
            double[] missing = new double[steps.length];
            Arrays.fill(missing, Double.NaN);
            return missing;
        }
        return known.clone();
    }

    /** A trajectory under construction. */
    public static final class Builder {
        private final String runId;
        private final int cell;
        private final Outcome.Kind outcome;
        private final List<Long> steps = new ArrayList<>();
        private final List<Long> samples = new ArrayList<>();
        private final List<String> phases = new ArrayList<>();
        private final Map<String, List<Double>> values = new HashMap<>();

        public Builder(String runId, int cell, Outcome.Kind outcome) {
            this.runId = runId;
            this.cell = cell;
            this.outcome = outcome;
        }

        /**
         * Adds a checkpoint, which comes after those that are there.
         *
         * @param observables their columns; every checkpoint has the same ones, and NaN or null where one is missing
         */
        public Builder add(
                long step, long seen, @Nullable String phase, List<String> observables, List<@Nullable Double> row) {
            steps.add(step);
            samples.add(seen);
            phases.add(phase == null ? "" : phase);
            for (int i = 0; i < observables.size(); i++) {
                Double value = row.get(i);
                values.computeIfAbsent(observables.get(i), column -> new ArrayList<>())
                        .add(value == null ? Double.NaN : value);
            }
            return this;
        }

        public Trajectory build() {
            return new Trajectory(this);
        }
    }
}
