package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as one page that needs nothing else: no network, no files beside it.
 *
 * <p>Its content security policy lets nothing run but the scripts that are named by hash, and nothing load but images inside
 * the page. Names and numbers only enter as escaped text or as JSON, never as code.
 */
public final class ReportPage {
    private static final Template FRAME = new Template(Resource.text("page.html"));
    private static final String STYLE = Resource.text("report.css");

    private ReportPage() {}

    /** The page; scripts draw its figures. */
    public static String render(ReportContent content) {
        return render(content, StaticFigures.none());
    }

    static String render(ReportContent content, StaticFigures drawn) {
        Typesetter typesetter = new Typesetter(content.formulas());
        return FRAME.fill(Map.ofEntries(
                Map.entry("policy", Html.escaped(policy())),
                Map.entry("style", STYLE),
                Map.entry("title", Html.escaped(content.title())),
                Map.entry("subtitle", Html.escaped(content.subtitle())),
                Map.entry("contents", contents(content)),
                Map.entry("headline", paragraphs(content.headline(), typesetter)),
                Map.entry(
                        "summary", paragraphs(content.summary(), typesetter) + paragraphs(drawn.notices(), typesetter)),
                Map.entry("sections", sections(content, typesetter, drawn)),
                Map.entry("methods", paragraphs(content.methods(), typesetter)),
                Map.entry("configurations", configurations(content.configurations())),
                Map.entry("provenance", provenance(content.provenance())),
                Map.entry("licences", Resource.text("licences.html")),
                Map.entry("scripts", scripts())));
    }

    private static String policy() {
        String hashes = Script.PAGE.stream().map(Script::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String scripts() {
        return Script.PAGE.stream()
                .map(script -> "<script>" + script.text() + "</script>\n")
                .collect(Collectors.joining());
    }

    private static String paragraphs(List<String> texts, Typesetter typesetter) {
        Html html = new Html();
        texts.forEach(text -> html.raw("<p>").raw(typesetter.markup(text)).line("</p>"));
        return html.toString();
    }

    private static String contents(ReportContent content) {
        Html html = new Html();
        for (int i = 0; i < content.sections().size(); i++) {
            Section section = content.sections().get(i);
            html.raw("<li><a href=\"#section-" + i + "\">")
                    .text(section.title())
                    .line("</a>");
            List<Figure> figures = section.entries().stream()
                    .filter(Figure.class::isInstance)
                    .map(Figure.class::cast)
                    .toList();
            if (!figures.isEmpty()) {
                html.line("<ol>");
                for (Figure figure : figures) {
                    html.raw("<li><a href=\"#" + FigureMarkup.address(figure) + "\">")
                            .text(figure.title())
                            .line("</a></li>");
                }
                html.line("</ol>");
            }
            html.line("</li>");
        }
        return html.toString();
    }

    private static String configurations(List<Configuration> configurations) {
        Html html = new Html();
        html.element(
                "p class=\"prose\"",
                configurations.size() == 1
                        ? "The whole sweep, defaults included. Saved as a file, it is a sweep file."
                        : "The plans that the runs were trained for, defaults included. Each, saved as a file, is a sweep file.");
        for (Configuration each : configurations) {
            if (!each.title().isEmpty()) {
                html.element("h3", each.title());
            }
            html.raw("<pre tabindex=\"0\"")
                    .attribute("aria-label", each.title().isEmpty() ? "Configuration" : each.title())
                    .raw("><code>")
                    .text(each.text())
                    .line("</code></pre>");
        }
        return html.toString();
    }

    private static String sections(ReportContent content, Typesetter typesetter, StaticFigures drawn) {
        Html html = new Html();
        FigureMarkup figures = new FigureMarkup(html, typesetter, drawn);
        for (int i = 0; i < content.sections().size(); i++) {
            section(html, figures, typesetter, content.sections().get(i), i);
        }
        return html.toString();
    }

    private static void section(Html html, FigureMarkup figures, Typesetter typesetter, Section section, int number) {
        html.raw("<section id=\"section-" + number + "\">").element("h2", section.title());
        if (!section.introduction().isEmpty()) {
            html.line("<div class=\"prose\">")
                    .raw(paragraphs(section.introduction(), typesetter))
                    .line("</div>");
        }
        html.line("<div class=\"figures\">");
        for (Entry entry : section.entries()) {
            figures.add(entry);
        }
        html.line("</div></section>");
    }

    private static String provenance(List<Fact> facts) {
        Html html = new Html();
        for (Fact fact : facts) {
            html.raw("<tr>")
                    .raw("<th scope=\"row\">")
                    .text(fact.name())
                    .raw("</th><td>")
                    .text(fact.value())
                    .line("</td></tr>");
        }
        return html.toString();
    }
}
