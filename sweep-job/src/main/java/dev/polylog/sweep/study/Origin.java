package dev.polylog.sweep.study;

import java.util.List;

/**
 * Where the runs of a study come from, in words.
 *
 * @param title what the study is called
 * @param stores their names, as the user calls them
 * @param extent which of their runs
 * @param remarks what a reader has to know of the choice of runs, a sentence each
 */
public record Origin(String title, List<String> stores, Extent extent, List<String> remarks) {

    /** Which runs of a store are looked at. */
    public enum Extent {
        /** Those of the plan of the driver that last published runs. */
        LAST_PLAN,
        /** All, whatever plan they were trained for. */
        EVERYTHING
    }

    public Origin {
        stores = List.copyOf(stores);
        remarks = List.copyOf(remarks);
    }
}
