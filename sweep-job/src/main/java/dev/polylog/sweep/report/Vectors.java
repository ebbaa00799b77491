package dev.polylog.sweep.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads an SVG of ours, so that Java can draw it on something else. */
final class Vectors {
    /** Figures of ours have thousands of dots; by default 2000 shapes are the most. */
    private static final DocumentLimits LIMITS = new DocumentLimits(
            DocumentLimits.DEFAULT.maxNestingDepth(), DocumentLimits.DEFAULT.maxUseNestingDepth(), 100_000);

    private Vectors() {}

    /** Makes a file of a picture. */
    @FunctionalInterface
    interface Drawing {
        byte[] of(SVGDocument document) throws IOException;
    }

    /**
     * Reads it and has it drawn.
     *
     * @throws IOException if it cannot be drawn, or if this Java has no fonts
     */
    static byte[] drawn(String svg, Drawing drawing) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            LoaderContext closed = LoaderContext.builder()
                    .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                    .documentLimits(LIMITS)
                    .build();
            SVGDocument document = new SVGLoader()
                    .load(new ByteArrayInputStream(javaFonts(svg).getBytes(StandardCharsets.UTF_8)), null, closed);
            if (document == null) {
                throw new IOException("the SVG cannot be read");
            }
            return drawing.of(document);
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new IOException("this Java cannot draw text: " + e, e);
        }
    }

    /** The one font without serifs that every Java has; it does not know the names that browsers do. */
    private static String javaFonts(String svg) {
        return svg.replaceAll("font-family=\"[^\"]*\"", "font-family=\"SansSerif\"");
    }
}
