package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sweep files of a folder that claim something, each in its small variant if there is one.
 *
 * @param chosen those that fit into the time, the cheapest first
 * @param tooLong the others
 */
record ClaimStudies(List<One> chosen, List<One> tooLong) {
    private static final String SMALL = "-small" + SweepFolder.ENDING;

    /**
     * A study.
     *
     * @param store where its runs go
     * @param seconds that the runs which are missing there are likely to take
     */
    record One(Path file, Sweep sweep, String store, double seconds) {}

    ClaimStudies {
        chosen = List.copyOf(chosen);
        tooLong = List.copyOf(tooLong);
    }

    static ClaimStudies in(Path folder, String stores, double minutes) throws IOException {
        List<One> all = new ArrayList<>();
        for (Path file : smallest(SweepFolder.files(folder))) {
            Optional<Sweep> sweep = read(file).filter(read -> !read.claims().isEmpty());
            if (sweep.isPresent()) {
                String store = stores + "/" + sweep.get().name();
                all.add(new One(file, sweep.get(), store, seconds(sweep.get(), store)));
            }
        }
        all.sort(Comparator.comparingDouble(One::seconds).thenComparing(One::file));
        List<One> chosen = new ArrayList<>();
        List<One> tooLong = new ArrayList<>();
        double sum = 0;
        for (One one : all) {
            sum += one.seconds();
            (sum <= 60 * minutes ? chosen : tooLong).add(one);
        }
        chosen.sort(Comparator.comparing(One::file));
        return new ClaimStudies(chosen, tooLong);
    }

    /** Of a file and its small variant, the variant. */
    private static List<Path> smallest(List<Path> files) {
        Map<String, Path> byStudy = new TreeMap<>();
        for (Path file : files) {
            String name = file.toString();
            String study = name.endsWith(SMALL)
                    ? name.substring(0, name.length() - SMALL.length()) + SweepFolder.ENDING
                    : name;
            byStudy.merge(study, file, (a, b) -> a.toString().endsWith(SMALL) ? a : b);
        }
        return List.copyOf(byStudy.values());
    }

    /** Files that others include are no sweeps. */
    private static Optional<Sweep> read(Path file) {
        try {
            return Optional.of(SweepFile.read(file, List.of()));
        } catch (InvalidSweepException e) {
            return Optional.empty();
        }
    }

    private static double seconds(Sweep sweep, String folder) throws IOException {
        Optional<RunStore> store = RunStore.find(folder);
        RunIndex known = store.isPresent() ? store.get().index(store.get().packs()) : new RunIndex();
        Plan plan = Plan.of(sweep, known, new Selection.Unfinished());
        int cores = Runtime.getRuntime().availableProcessors();
        return plan.remainingRuns() == 0 ? 0 : Math.max(plan.seconds() / cores, plan.longestRunSeconds());
    }
}
