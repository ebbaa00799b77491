package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.polylog.sweep.report.figure.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as readers see it: in Chromium, which cannot reach any network. */
class ReportInBrowserTest {
    private static final ReportContent CONTENT = SampleReport.content();

    @TempDir
    private static Path folder;

    @TempDir
    private static Path profiles;

    private static Optional<Path> program = Optional.empty();
    private static int browsers;
    private static Path page = Path.of("");

    @BeforeAll
    static void write() throws Exception {
        program = Browser.program();
        if (program.isEmpty()) {
            String missing =
                    "no Chromium on the PATH (Debian's package chromium has it), so no report was opened in a browser";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
        Report.write(CONTENT, "report.html", (name, content) -> {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        });
        page = folder.resolve("report.html");
    }

    private static Browser browser() throws Exception {
        Path profile = profiles.resolve(Integer.toString(browsers++));
        Files.createDirectories(profile);
        return Browser.start(program.orElseThrow(), profile);
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "400, dark"})
    void everyFigureIsDrawnAndNothingElseHappens(int width, String scheme) throws Exception {
        try (Browser browser = browser()) {
            browser.open(page, width, scheme);
            for (Figure figure : CONTENT.figures()) {
                String canvas = "document.querySelector('#" + FigureMarkup.address(figure) + " .canvas')";
                assertThat(browser.evaluate(canvas + ".closest('figure').dataset.state")
                                .asText())
                        .as(figure.id())
                        .isEqualTo("drawn");
                assertThat(browser.evaluate(canvas + ".querySelectorAll('.role-mark :is(path, line)').values()"
                                        + ".filter(mark => mark.getBoundingClientRect().width + mark.getBoundingClientRect().height > 4)"
                                        + ".toArray().length")
                                .asInt())
                        .as("marks of " + figure.id())
                        .isPositive();
                assertThat(browser.evaluate(canvas + ".innerHTML.match(/NaN|Infinity|undefined/)")
                                .isNull())
                        .as("bad numbers in " + figure.id())
                        .isTrue();
            }
            assertThat(browser.messages()).isEmpty();
            assertThat(browser.requests()).containsOnly(page.toUri().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"360", "800", "1600"})
    void thePageFitsAndItsLettersStayLargeEnough(int width) throws Exception {
        try (Browser browser = browser()) {
            browser.open(page, width, "light");
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(width);
            JsonNode wide = browser.evaluate("[...document.querySelectorAll('.canvas svg')]"
                    + ".filter(svg => svg.getBoundingClientRect().width > svg.closest('.plot').clientWidth + 8)"
                    + ".map(svg => svg.closest('figure').id + ': ' + svg.getBoundingClientRect().width"
                    + " + ' in ' + svg.closest('.plot').clientWidth)");
            assertThat(wide).as("figures wider than their column").isEmpty();
            assertThat(browser.evaluate("[...document.querySelectorAll('.value, math')]"
                            + ".filter(value => value.getClientRects().length > 1).map(value => value.textContent)"))
                    .as("estimates and formulas that break over lines")
                    .isEmpty();
            assertThat(browser.evaluate("[...document.querySelectorAll('.canvas .role-title text')]"
                            + ".filter(title => title.textContent.endsWith('…')).map(title => title.textContent)"))
                    .as("titles that are cut")
                    .isEmpty();
            if (width < 700) {
                assertThat(
                                browser.evaluate(
                                        "[...document.querySelectorAll('.scroll')]"
                                                + ".filter(table => table.scrollWidth > table.clientWidth).map(table => table.ariaLabel)"))
                        .as("tables wider than the page")
                        .isEmpty();
            }
            assertThat(browser.evaluate("Math.min(...[...document.querySelectorAll('.canvas svg text')]"
                                    + ".map(text => parseFloat(getComputedStyle(text).fontSize)))")
                            .asDouble())
                    .isGreaterThanOrEqualTo(11);
        }
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void textStandsOutFromTheGround(String scheme) throws Exception {
        try (Browser browser = browser()) {
            browser.open(page, 1000, scheme);
            for (String text : List.of("body", "figcaption", "td", "nav a")) {
                assertThat(contrast(browser, text, "color")).as(text).isGreaterThan(4.5);
            }
            for (String text : List.of(".role-axis-label text", ".role-axis-title text", ".role-legend-label text")) {
                assertThat(contrast(browser, text, "fill")).as(text).isGreaterThan(4.5);
            }
        }
    }

    /** By the formula of the Web Content Accessibility Guidelines 2. */
    private static double contrast(Browser browser, String selector, String property) throws Exception {
        double ground = luminance(browser, "body", "backgroundColor");
        double ink = luminance(browser, selector, property);
        return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    }

    private static double luminance(Browser browser, String selector, String property) throws Exception {
        String colour = browser.evaluate("getComputedStyle(document.querySelector('" + selector + "'))." + property)
                .asText();
        String[] channels = colour.replaceAll("[^0-9,]", "").split(",", -1);
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = Integer.parseInt(channels[i]) / 255.0;
            sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void downloadsAreMadeFromThePageItself() throws Exception {
        try (Browser browser = browser()) {
            browser.open(page, 1000, "dark");
            browser.evaluate(
                    "window.made = []; URL.createObjectURL = blob => { window.made.push(blob); return '#'; }; 0");
            Figure figure = CONTENT.figures().get(0);
            String csv = made(browser, figure, "csv");
            assertThat(csv.lines().count())
                    .isEqualTo(figure.tables().get("rows").csv().lines().count());
            assertThat(csv.lines().findFirst())
                    .isEqualTo(figure.tables().get("rows").csv().lines().findFirst());
            assertThat(made(browser, figure, "json")).contains("vega-lite/v5.json");
            assertThat(made(browser, figure, "svg")).startsWith("<svg").contains("#1f2933");
            assertThat(made(browser, figure, "png")).contains("PNG");
        }
    }

    private static String made(Browser browser, Figure figure, String kind) throws Exception {
        browser.evaluate("window.made.length = 0; document.querySelector('#" + FigureMarkup.address(figure)
                + " a[data-kind=" + kind + "]').click(); 0");
        browser.await("window.made.length ? 1 : null");
        return browser.evaluate("window.made[0].text()").asText();
    }

    @Test
    void thePolicyStopsWhatIsNotOurs() throws Exception {
        try (Browser browser = browser()) {
            browser.open(page, 1000, "light");
            browser.evaluate(
                    "const script = document.createElement('script'); script.textContent = 'window.ours = false';"
                            + "document.body.append(script); const image = new Image(); image.src = 'http://127.0.0.1:9/pixel'; 0");
            assertThat(browser.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')")
                            .asText())
                    .isEqualTo("refused");
            assertThat(browser.evaluate("typeof window.ours").asText()).isEqualTo("undefined");
            assertThat(browser.messages()).hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
