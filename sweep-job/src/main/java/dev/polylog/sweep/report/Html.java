package dev.polylog.sweep.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTML under construction. Text only gets in escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 20);

    /** Markup as it stands; for constants of this program only. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Markup as it stands, and an end of the line. */
    Html line(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** Text between tags or inside a quoted attribute. */
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element that holds text only. */
    Html element(String tag, String text) {
        out.append('<').append(tag).append('>').append(escaped(text));
        int space = tag.indexOf(' ');
        out.append("</").append(space < 0 ? tag : tag.substring(0, space)).append(">\n");
        return this;
    }

    /** A name and a value inside a tag. */
    Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /** JSON for a script element: without a {@code <} nothing in it can end the element or begin another. */
    static String scriptData(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    static String dataAddress(String type, String content) {
        return "data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
