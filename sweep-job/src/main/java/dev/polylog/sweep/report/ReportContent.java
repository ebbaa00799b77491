package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The content of a report, without any markup.
 *
 * @param sweep name of the sweep
 * @param subtitle one line below it, such as the number of runs and the date
 * @param summary what was found, a paragraph each
 * @param sections figures and tables
 * @param configuration the whole sweep as canonical text
 * @param provenance versions, engines, numerics, name of the store
 */
public record ReportContent(
        String sweep,
        String subtitle,
        List<String> summary,
        List<Section> sections,
        String configuration,
        List<Fact> provenance) {

    public ReportContent {
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
        provenance = List.copyOf(provenance);
        Set<String> ids = new HashSet<>();
        for (Figure figure : figures(sections)) {
            if (!ids.add(figure.id())) {
                throw new IllegalArgumentException(
                        "Invalid report: two figures are called " + figure.id() + " (expected different ids)");
            }
        }
    }

    /** All figures in their order. */
    public List<Figure> figures() {
        return figures(sections);
    }

    private static List<Figure> figures(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }
}
