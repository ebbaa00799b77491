package dev.polylog.sweep.report.figure;

/** Something that a section of a report shows. */
public sealed interface Entry permits Figure, LeftOut, TextTable {
    /** What heads it. */
    String title();
}
