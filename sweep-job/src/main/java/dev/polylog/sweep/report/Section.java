package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Entry;
import java.util.List;

/**
 * A part of a report with a heading of its own.
 *
 * @param introduction paragraphs before the entries, may be none
 */
public record Section(String title, List<String> introduction, List<Entry> entries) {

    public Section {
        introduction = List.copyOf(introduction);
        entries = List.copyOf(entries);
    }
}
