package dev.polylog.sweep.app;

import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.study.Origin.Extent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a report goes. That of the last plan lies in its store, where {@code run} replaces it; one of all runs in a folder of its
 * own, so that neither overwrites the other; a comparison in no store.
 */
final class ReportFolder {
    static final String ALL = "all";

    private static final int LONGEST = 100;

    private ReportFolder() {}

    /** @param out the folder that was asked for */
    static String of(List<String> stores, Extent extent, Optional<String> out) throws IOException {
        boolean isOfOnePlan = stores.size() == 1 && extent == Extent.LAST_PLAN;
        String usual = stores.size() == 1 ? trimmed(stores.get(0)) : beside(stores);
        String folder =
                out.map(ReportFolder::trimmed).orElseGet(() -> extent == Extent.EVERYTHING ? usual + "/" + ALL : usual);
        if (!(isOfOnePlan && folder.equals(usual)) && RunStore.find(folder).isPresent()) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Cannot write the report to " + folder + ", it is a store (choose another folder with --out)");
        }
        return folder;
    }

    private static String beside(List<String> stores) {
        String first = trimmed(stores.get(0));
        String name = stores.stream()
                .map(store -> trimmed(store).replaceFirst(".*/", ""))
                .collect(Collectors.joining("-and-"));
        return first.substring(0, first.lastIndexOf('/') + 1) + (name.length() > LONGEST ? "comparison" : name);
    }

    private static String trimmed(String folder) {
        return folder.replaceFirst("(?<=[^/])/+$", "");
    }
}
