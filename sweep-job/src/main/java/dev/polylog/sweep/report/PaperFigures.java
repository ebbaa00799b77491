package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every figure as wide as a column and as wide as a page of two columns, as SVG and PDF. It is laid out anew for each width, so that
 * letters keep their size: the smallest have more than 7 points.
 */
final class PaperFigures {
    /** Inches. */
    static final List<Double> WIDTHS = List.of(3.3, 6.7);

    private static final int PIXELS_AN_INCH = 96;
    private static final Pattern SIZE = Pattern.compile("^(<svg[^>]*?) width=\"([0-9.]+)\" height=\"([0-9.]+)\"");

    private PaperFigures() {}

    /**
     * Draws and writes them.
     *
     * @return a sentence for each thing that this machine could not make
     */
    static List<String> write(List<Figure> figures, FileSink sink) throws IOException {
        Set<String> notices = new LinkedHashSet<>();
        List<Page> pages = new ArrayList<>();
        try (SvgMaker maker = SvgMaker.start()) {
            for (Figure figure : figures) {
                for (double inches : WIDTHS) {
                    try {
                        String svg = sized(maker.svg(figure, (int) (PIXELS_AN_INCH * inches)), inches);
                        pages.add(new Page(name(figure, inches), svg, PdfMaker.pdf(svg)));
                    } catch (IOException e) {
                        notices.add("No file of this figure for papers: " + e.getMessage() + ".");
                    }
                }
            }
        } catch (IOException e) {
            notices.add("No figures for papers were made: " + e.getMessage() + ".");
        }
        for (Page page : pages) {
            sink.write(page.name() + ".svg", page.svg().getBytes(StandardCharsets.UTF_8));
            sink.write(page.name() + ".pdf", page.pdf());
        }
        return new ArrayList<>(notices);
    }

    @SuppressWarnings("ArrayRecordComponent") // Written and forgotten.
    private record Page(String name, String svg, byte[] pdf) {}

    private static String name(Figure figure, double inches) {
        return String.format(Locale.ROOT, "figures/paper/%s-%.1fin", figure.id(), inches);
    }

    /** As wide as asked for, to the last digit: a figure of panels may be a few pixels off. */
    private static String sized(String svg, double inches) throws IOException {
        Matcher size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new IOException("the SVG has no size");
        }
        double scale = PIXELS_AN_INCH * inches / Double.parseDouble(size.group(2));
        double height = Double.parseDouble(size.group(3)) * scale;
        return size.replaceFirst(Matcher.quoteReplacement(String.format(
                Locale.ROOT, "%s width=\"%.2f\" height=\"%.2f\"", size.group(1), PIXELS_AN_INCH * inches, height)));
    }
}
