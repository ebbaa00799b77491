package dev.polylog.sweep.report.figure;

/** Something that a section of a report shows. */
public sealed interface Entry permits Figure, Folded, LeftOut, TextTable {
    /** What heads it. */
    String title();
}
