package dev.polylog.sweep.report;

import dev.polylog.trainer.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A script of the page or of the maker of files.
 *
 * @param text as it stands between its tags
 */
record Script(String text) {
    static final Script VEGA = library("vega", "5.32.0");
    static final Script VEGA_LITE = library("vega-lite", "5.23.0");
    static final Script VEGA_EMBED = library("vega-embed", "6.29.0");
    static final Script LAYOUT = of("layout.js");
    static final Script STATIC = of("static.js");

    /** What the page runs, in this order. */
    static final List<Script> PAGE = List.of(VEGA, VEGA_LITE, VEGA_EMBED, LAYOUT, of("page.js"));

    /** What V8 runs, in this order. */
    static final List<Script> FILES = List.of(STATIC, VEGA, VEGA_LITE, LAYOUT);

    Script {
        if (text.toLowerCase(Locale.ROOT).contains("</script") || text.contains("<!--")) {
            throw new IllegalArgumentException(
                    "Invalid script: it would end its own element (expected neither </script nor <!--)");
        }
    }

    private static Script of(String name) {
        return new Script(Resource.text(name));
    }

    /** Without the address of its source map, which a browser might fetch. */
    private static Script library(String name, String version) {
        String path = "/META-INF/resources/webjars/" + name + "/" + version + "/" + name + ".min.js";
        return new Script(Resource.text(path).replaceAll("//# sourceMappingURL=\\S*", ""));
    }

    /** What a content security policy calls it by. */
    String hash() {
        byte[] digest = Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
