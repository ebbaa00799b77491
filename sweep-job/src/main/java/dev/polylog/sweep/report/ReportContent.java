package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The content of a report, without any markup.
 *
 * @param title what it is about: the name of a sweep, or more
 * @param subtitle one line below it, such as the number of runs and the date
 * @param headline the answer, in a sentence or a few
 * @param summary what else has to be known of it, a paragraph each
 * @param sections figures and tables
 * @param methods how numbers were estimated and what names mean, a paragraph each
 * @param formulas that are typeset wherever they stand in words
 * @param configurations the sweeps that the runs belong to
 * @param provenance versions, engines, numerics, name of the store
 */
public record ReportContent(
        String title,
        String subtitle,
        List<String> headline,
        List<String> summary,
        List<Section> sections,
        List<String> methods,
        List<String> formulas,
        List<Configuration> configurations,
        List<Fact> provenance) {

    public ReportContent {
        headline = List.copyOf(headline);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
        methods = List.copyOf(methods);
        formulas = List.copyOf(formulas);
        configurations = List.copyOf(configurations);
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
