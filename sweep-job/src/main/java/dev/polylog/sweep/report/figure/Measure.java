package dev.polylog.sweep.report.figure;

/** The quantities that a phase diagram can show, one number a cell. */
public enum Measure {
    SUCCESS(
            "success",
            "Share of runs that reached the target",
            "share of runs that reached the target",
            "cividis",
            "Each field is labelled with the share of its runs; the tooltip has the Wilson interval."),
    SAMPLES(
            "samples",
            "Median samples to the target",
            "median samples to the target",
            "viridis",
            "Each field is labelled with the Kaplan–Meier median; a dash says that less than half of its runs got there."),
    DIVERGENCE(
            "divergence",
            "Share of runs that diverged",
            "share of runs that diverged",
            "cividis",
            "Each field is labelled with the share of its runs; the tooltip has the Wilson interval.");

    private final String id;
    private final String title;
    private final String words;
    private final String scheme;
    private final String caption;

    Measure(String id, String title, String words, String scheme, String caption) {
        this.id = id;
        this.title = title;
        this.words = words;
        this.scheme = scheme;
        this.caption = caption;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String scheme() {
        return scheme;
    }

    String caption() {
        return caption;
    }

    boolean isShare() {
        return this != SAMPLES;
    }

    @Override
    public String toString() {
        return words;
    }
}
