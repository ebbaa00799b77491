package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A report as files: its page, and the figures in {@code figures/}. */
public final class Report {
    private Report() {}

    /**
     * Draws and writes everything, the page last.
     *
     * @param page name of its file
     * @return a sentence for each thing that this machine could not make; the page says the same
     */
    public static List<String> write(ReportContent content, String page, FileSink sink) throws IOException {
        StaticFigures drawn = StaticFigures.of(content.figures());
        for (Figure figure : content.figures()) {
            writeFigure(figure, drawn, sink);
        }
        write(sink, page, ReportPage.render(content, drawn));
        return drawn.notices();
    }

    /**
     * Writes every figure in the widths of papers, to {@code figures/paper/}.
     *
     * @return a sentence for each thing that this machine could not make
     */
    public static List<String> writeForPapers(ReportContent content, FileSink sink) throws IOException {
        return PaperFigures.write(content.figures(), sink);
    }

    private static void writeFigure(Figure figure, StaticFigures drawn, FileSink sink) throws IOException {
        String base = "figures/" + figure.id();
        write(sink, base + ".vl.json", Json.pretty(figure.specification()));
        for (String table : figure.tables().keySet()) {
            write(
                    sink,
                    "figures/" + figure.csvName(table),
                    figure.tables().get(table).csv());
        }
        Optional<StaticFigure> still = drawn.find(figure);
        if (still.isPresent()) {
            write(sink, base + ".svg", still.get().svg());
            Optional<byte[]> png = still.get().png();
            if (png.isPresent()) {
                sink.write(base + ".png", png.get());
            }
        }
    }

    private static void write(FileSink sink, String name, String text) throws IOException {
        sink.write(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
