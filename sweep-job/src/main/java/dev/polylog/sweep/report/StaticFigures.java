package dev.polylog.sweep.report;

import dev.polylog.sweep.report.figure.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All figures that could be drawn without a browser, and why others could not.
 *
 * @param byId figures by their id
 * @param notices a sentence for each thing that is missing
 */
record StaticFigures(Map<String, StaticFigure> byId, List<String> notices) {
    /** Width of files for screens, in pixels. */
    private static final int WIDTH = 720;

    StaticFigures {
        byId = Map.copyOf(byId);
        notices = List.copyOf(notices);
    }

    static StaticFigures none() {
        return new StaticFigures(Map.of(), List.of());
    }

    static StaticFigures of(List<Figure> figures) {
        if (figures.isEmpty()) {
            return none();
        }
        Map<String, StaticFigure> drawn = new LinkedHashMap<>();
        Set<String> notices = new LinkedHashSet<>();
        try (SvgMaker maker = SvgMaker.start()) {
            for (Figure figure : figures) {
                try {
                    String svg = maker.svg(figure, WIDTH);
                    drawn.put(figure.id(), new StaticFigure(svg, png(svg, notices)));
                } catch (IOException e) {
                    notices.add("No SVG and PNG of this figure: " + e.getMessage() + ".");
                }
            }
        } catch (IOException e) {
            notices.add("No SVG and PNG files were made: " + e.getMessage()
                    + ". The links in the page make them in the browser.");
        }
        return new StaticFigures(drawn, new ArrayList<>(notices));
    }

    private static byte @Nullable [] png(String svg, Set<String> notices) {
        try {
            return PngMaker.png(svg);
        } catch (IOException e) {
            notices.add(
                    "No PNG files were made: " + e.getMessage() + ". The links in the page make them in the browser.");
            return null;
        }
    }

    Optional<StaticFigure> find(Figure figure) {
        return Optional.ofNullable(byId.get(figure.id()));
    }
}
