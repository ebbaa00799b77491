package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.Folded;
import dev.polylog.sweep.report.figure.Json;
import dev.polylog.sweep.report.figure.LeftOut;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Entries of a section as HTML. */
final class FigureMarkup {
    /** Room for still pictures, which only readers without scripts see; later figures go without. */
    private static final int STILL_BYTES = 3_000_000;

    /** A number, with a short unit or an interval; or a word for none. */
    private static final Pattern NUMERIC =
            Pattern.compile("[-+−]?[0-9][0-9.,]*(e[-+]?[0-9]+)?([ \u00a0]?[A-Za-z%]{0,3})(\u00a0\\(.*\\))?"
                    + "|[–-]?|not reached|-?infinity");

    private final Html html;
    private final Typesetter typesetter;
    private final StaticFigures drawn;
    private int stillBytes;

    FigureMarkup(Html html, Typesetter typesetter, StaticFigures drawn) {
        this.html = html;
        this.typesetter = typesetter;
        this.drawn = drawn;
    }

    void add(Entry entry) {
        if (entry instanceof Figure figure) {
            figure(figure);
        } else if (entry instanceof LeftOut missing) {
            leftOut(missing);
        } else if (entry instanceof TextTable table) {
            html.raw("<div class=\"wide\">");
            table(table);
            html.line("</div>");
        } else if (entry instanceof Folded folded) {
            folded(folded);
        }
    }

    private void folded(Folded folded) {
        html.raw("<details class=\"wide fold\"><summary>").text(folded.title()).line("</summary>");
        note(folded.note());
        folded.tables().forEach(this::table);
        html.line("</details>");
    }

    private void note(String words) {
        if (!words.isEmpty()) {
            html.raw("<p class=\"note\">").raw(typesetter.markup(words)).line("</p>");
        }
    }

    private void figure(Figure figure) {
        html.raw("<figure data-state=\"waiting\"").attribute("id", address(figure));
        html.raw(figure.isWide() ? " class=\"wide\">" : ">").raw("\n");
        html.element("h3", figure.title());
        html.raw("<div class=\"plot\"><div class=\"canvas\" role=\"img\"")
                .attribute("aria-label", figure.alternative());
        html.line("></div>");
        still(figure);
        html.line("</div>")
                .raw("<figcaption><p>")
                .raw(typesetter.markup(figure.caption()))
                .line("</p>")
                .line("<p class=\"downloads\">");
        for (String table : new TreeSet<>(figure.tables().keySet())) {
            String name = figure.tables().size() == 1 ? "Data (CSV)" : "Data: " + table + " (CSV)";
            link("csv", figure.csvName(table), table, name, true);
        }
        link("json", figure.id() + ".vl.json", "", "Specification (Vega-Lite)", true);
        link("svg", figure.id() + ".svg", "", "SVG", drawn.find(figure).isPresent());
        link(
                "png",
                figure.id() + ".png",
                "",
                "PNG",
                drawn.find(figure).flatMap(StaticFigure::png).isPresent());
        html.line("</p></figcaption>");
        html.raw("<script type=\"application/json\">")
                .raw(Html.scriptData(Json.text(figure.specification())))
                .line("</script>");
        html.line("</figure>");
    }

    private void still(Figure figure) {
        drawn.find(figure).ifPresent(still -> {
            String address = Html.dataAddress("image/svg+xml", still.svg());
            stillBytes += address.length();
            if (stillBytes <= STILL_BYTES) {
                html.raw("<noscript><img")
                        .attribute("alt", figure.alternative())
                        .attribute("src", address)
                        .line("></noscript>");
            }
        });
    }

    /** What the table of contents refers to. */
    static String address(Figure figure) {
        return "figure-" + figure.id();
    }

    /** Scripts make the file from what is in the page; without them, the file beside the page must be there. */
    private void link(String kind, String file, String table, String words, boolean isThere) {
        html.raw("<a").attribute("href", "figures/" + file).attribute("data-kind", kind);
        if (!table.isEmpty()) {
            html.attribute("data-table", table);
        }
        html.raw(isThere ? " download>" : " download hidden>").text(words).line("</a>");
    }

    private void leftOut(LeftOut missing) {
        html.line("<div class=\"left-out\">")
                .element("h3", missing.title())
                .element("p", missing.reason())
                .line("</div>");
    }

    private void table(TextTable table) {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
        html.attribute("aria-label", table.title()).line("><table class=\"rows\">");
        html.element("caption", table.title()).line("<thead><tr>");
        boolean[] numeric = numeric(table);
        for (int column = 0; column < numeric.length; column++) {
            cell("th scope=\"col\"", numeric[column], table.header().get(column), "");
        }
        html.line("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            html.line("<tr>");
            for (int column = 0; column < numeric.length; column++) {
                cell("td", numeric[column], row.get(column), table.header().get(column));
            }
            html.line("</tr>");
        }
        html.line("</tbody></table></div>");
        note(table.note());
    }

    /** The name of the column stands in the cell as well, for pages too narrow for columns. */
    private void cell(String tag, boolean isNumber, String text, String column) {
        html.raw("<" + tag).raw(isNumber ? " class=\"number\"" : "");
        if (!column.isEmpty()) {
            html.attribute("data-column", column);
        }
        html.raw(">").raw(isNumber ? number(text) : typesetter.markup(text));
        html.line("</" + tag.replaceFirst(" .*", "") + ">");
    }

    /** A number, whose interval may go into the next line but is not broken. */
    private String number(String text) {
        int interval = text.indexOf("\u00a0(");
        return interval < 0
                ? typesetter.markup(text)
                : typesetter.markup(text.substring(0, interval)) + " <span class=\"interval\">"
                        + typesetter.markup(text.substring(interval + 1)) + "</span>";
    }

    /** A column of numbers, with their intervals where they have one. */
    private static boolean[] numeric(TextTable table) {
        boolean[] numeric = new boolean[table.header().size()];
        for (int i = 0; i < numeric.length; i++) {
            int column = i;
            numeric[i] = table.rows().stream()
                    .allMatch(row -> NUMERIC.matcher(row.get(column)).matches());
        }
        return numeric;
    }
}
