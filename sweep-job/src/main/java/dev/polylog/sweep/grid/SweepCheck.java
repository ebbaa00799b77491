package dev.polylog.sweep.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The outcome of evaluating every cell once.
 *
 * @param first the first different problems
 * @param failed number of cells with a problem
 * @param runs number of runs of the other cells
 */
public record SweepCheck(List<InvalidCellException> first, long failed, long runs) {
    public static final int MAX_PROBLEMS = 20;

    private static final int CHUNK = 10_000;

    /** Evaluates all cells. */
    public static SweepCheck of(Sweep sweep) {
        int chunks = (sweep.cells() - 1) / CHUNK + 1;
        List<SweepCheck> parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> part(sweep, chunk * CHUNK, Math.min(sweep.cells(), (chunk + 1) * CHUNK)))
                .toList();
        Map<String, InvalidCellException> problems = new LinkedHashMap<>();
        long failed = 0;
        long runs = 0;
        for (SweepCheck part : parts) {
            part.first.forEach(problem -> remember(problems, problem));
            failed += part.failed;
            runs += part.runs;
        }
        return new SweepCheck(List.copyOf(problems.values()), failed, runs);
    }

    private static SweepCheck part(Sweep sweep, int from, int to) {
        Map<String, InvalidCellException> problems = new LinkedHashMap<>();
        long failed = 0;
        long runs = 0;
        for (int index = from; index < to; index++) {
            try {
                Cell cell = sweep.open(index);
                int replicates = sweep.replicates(cell);
                if (replicates > 0) {
                    sweep.spec(cell, 0);
                }
                runs += replicates;
            } catch (InvalidCellException e) {
                failed++;
                remember(problems, e);
            }
        }
        return new SweepCheck(List.copyOf(problems.values()), failed, runs);
    }

    private static void remember(Map<String, InvalidCellException> problems, InvalidCellException problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.putIfAbsent(String.valueOf(problem.getMessage()), problem);
        }
    }
}
