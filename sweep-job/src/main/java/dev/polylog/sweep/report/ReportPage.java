package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as one page that needs nothing else: no network, no files beside it.
 *
 * <p>Its content security policy lets nothing run but the scripts that are named by hash, and nothing load but images inside
 * the page. Names and numbers only enter as escaped text or as JSON, never as code.
 */
public final class ReportPage {
    private static final String STYLE = Resource.text("report.css");

    private ReportPage() {}

    /** The page; scripts draw its figures. */
    public static String render(ReportContent content) {
        return render(content, StaticFigures.none());
    }

    static String render(ReportContent content, StaticFigures drawn) {
        Html html = new Html();
        head(html, content);
        html.line("<body>");
        html.line("<a class=\"skip\" href=\"#content\">Skip to the content</a>");
        html.line("<div class=\"frame\">");
        html.line("<header>").element("p", "Polylog report").element("h1", content.sweep());
        html.element("p", content.subtitle()).line("</header>");
        html.line("<div class=\"columns\">");
        contents(html, content);
        html.line("<main id=\"content\">");
        summary(html, content, drawn);
        FigureMarkup figures = new FigureMarkup(html, drawn);
        for (int i = 0; i < content.sections().size(); i++) {
            section(html, figures, content.sections().get(i), i);
        }
        configuration(html, content);
        provenance(html, content.provenance());
        html.line("</main>").line("</div>");
        html.line("<footer>").raw(Resource.text("licences.html")).line("</footer>");
        html.line("</div>");
        for (Script script : Script.PAGE) {
            html.raw("<script>").raw(script.text()).line("</script>");
        }
        html.line("</body>").line("</html>");
        return html.toString();
    }

    private static void head(Html html, ReportContent content) {
        String hashes = Script.PAGE.stream().map(Script::hash).collect(Collectors.joining(" "));
        html.line("<!DOCTYPE html>").line("<html lang=\"en\">").line("<head>").line("<meta charset=\"utf-8\">");
        html.raw("<meta http-equiv=\"Content-Security-Policy\"")
                .attribute(
                        "content",
                        "default-src 'none'; script-src " + hashes
                                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'")
                .line(">");
        html.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.line("<meta name=\"color-scheme\" content=\"light dark\">");
        html.line("<meta name=\"referrer\" content=\"no-referrer\">");
        html.element("title", content.sweep() + " – Polylog report");
        html.raw("<style>").raw(STYLE).line("</style>").line("</head>");
    }

    private static void contents(Html html, ReportContent content) {
        html.line("<nav aria-label=\"Contents\"><details open><summary>Contents</summary><ol>");
        html.line("<li><a href=\"#summary\">Summary</a></li>");
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
        html.line("<li><a href=\"#configuration\">Configuration</a></li>");
        html.line("<li><a href=\"#provenance\">Provenance</a></li>").line("</ol></details></nav>");
    }

    private static void summary(Html html, ReportContent content, StaticFigures drawn) {
        html.line("<section id=\"summary\"><h2>Summary</h2>").line("<div class=\"prose summary\">");
        content.summary().forEach(paragraph -> html.element("p", paragraph));
        drawn.notices().forEach(notice -> html.element("p", notice));
        html.line("</div></section>");
    }

    private static void section(Html html, FigureMarkup figures, Section section, int number) {
        html.raw("<section id=\"section-" + number + "\">").element("h2", section.title());
        if (!section.introduction().isEmpty()) {
            html.line("<div class=\"prose\">");
            section.introduction().forEach(paragraph -> html.element("p", paragraph));
            html.line("</div>");
        }
        html.line("<div class=\"figures\">");
        for (Entry entry : section.entries()) {
            figures.add(entry);
        }
        html.line("</div></section>");
    }

    private static void configuration(Html html, ReportContent content) {
        html.line("<section id=\"configuration\"><h2>Configuration</h2>");
        html.line("<p class=\"prose\">The whole sweep, defaults included. Saved as a file, it is a sweep file.</p>");
        html.raw("<pre tabindex=\"0\" aria-label=\"Configuration\"><code>")
                .text(content.configuration())
                .line("</code></pre></section>");
    }

    private static void provenance(Html html, List<Fact> facts) {
        html.line("<section id=\"provenance\"><h2>Provenance</h2>");
        html.line(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Provenance\"><table class=\"facts\"><tbody>");
        for (Fact fact : facts) {
            html.raw("<tr>")
                    .raw("<th scope=\"row\">")
                    .text(fact.name())
                    .raw("</th><td>")
                    .text(fact.value())
                    .line("</td></tr>");
        }
        html.line("</tbody></table></div></section>");
    }
}
