package dev.polylog.sweep.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.FloatSize;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Draws an SVG as a PDF of one page: lines stay lines, and letters are outlines, so that it looks the same without any font. */
final class PdfMaker {
    /** Points of a pixel: 72 and 96 of them are an inch. */
    private static final float POINTS = 0.75f;

    private PdfMaker() {}

    /**
     * A page as large as the picture.
     *
     * @throws IOException if it cannot be drawn, or if this Java has no fonts
     */
    static byte[] pdf(String svg) throws IOException {
        return Vectors.drawn(svg, PdfMaker::draw);
    }

    private static byte[] draw(SVGDocument document) throws IOException {
        FloatSize size = document.size();
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(POINTS * size.width, POINTS * size.height));
            pdf.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(pdf, size.width, size.height);
            try {
                document.render(null, graphics, null);
            } finally {
                graphics.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.transform(Matrix.getScaleInstance(POINTS, POINTS));
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
