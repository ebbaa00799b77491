package dev.polylog.sweep.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws an SVG as a PNG. */
final class PngMaker {
    /** 720 pixels of a figure become 1440. */
    private static final int SCALE = 2;

    private static final int MOST_PIXELS = 40_000_000;

    private PngMaker() {}

    /**
     * Draws it on white.
     *
     * @throws IOException if it cannot be drawn, or if this Java has no fonts
     */
    static byte[] png(String svg) throws IOException {
        return Vectors.drawn(svg, PngMaker::draw);
    }

    private static byte[] draw(SVGDocument document) throws IOException {
        FloatSize size = document.size();
        int width = Math.round(size.width * SCALE);
        int height = Math.round(size.height * SCALE);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("it would have " + width + " x " + height + " pixels");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            document.render(null, graphics, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
