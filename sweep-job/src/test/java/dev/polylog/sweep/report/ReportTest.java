package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.LeftOut;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page and its files as text, without a browser. */
class ReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

    private static final ReportContent CONTENT = SampleReport.content();
    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static List<String> notices = List.of();
    private static String page = "";

    @BeforeAll
    static void write() throws Exception {
        notices = Report.write(CONTENT, "report.html", FILES::put);
        page = new String(FILES.get("report.html"), StandardCharsets.UTF_8);
    }

    /** The build has V8 for the system that is tested; elsewhere a report has no still pictures, and says so. */
    private static void requireStillPictures() {
        assumeTrue(notices.isEmpty() || "true".equals(System.getenv("CI")), () -> "not checked: " + notices);
    }

    @Test
    void everythingIsMadeWhereV8IsPartOfTheBuild() {
        requireStillPictures();
        assertThat(notices).isEmpty();
        for (Figure figure : CONTENT.figures()) {
            assertThat(FILES)
                    .containsKeys(
                            "figures/" + figure.id() + ".csv",
                            "figures/" + figure.id() + ".vl.json",
                            "figures/" + figure.id() + ".svg",
                            "figures/" + figure.id() + ".png");
        }
    }

    @Test
    void picturesHoldMoreThanTheirBackground() throws Exception {
        requireStillPictures();
        for (Figure figure : CONTENT.figures()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(FILES.get("figures/" + figure.id() + ".png")));
            long drawn = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    drawn += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
                }
            }
            assertThat(image.getWidth()).as(figure.id()).isBetween(1000, 1800);
            assertThat(drawn).as(figure.id()).isGreaterThan(image.getWidth() / 200L * image.getHeight());
        }
    }

    @Test
    void svgsAreTheSameEveryTimeAndHaveNoBadNumbers() throws Exception {
        requireStillPictures();
        try (SvgMaker maker = SvgMaker.start()) {
            for (Figure figure : CONTENT.figures()) {
                String svg = new String(FILES.get("figures/" + figure.id() + ".svg"), StandardCharsets.UTF_8);
                assertThat(svg).as(figure.id()).startsWith("<svg").doesNotContain("NaN", "Infinity", "undefined");
                assertThat(maker.svg(figure, 720).replaceAll("clip[0-9]+", "clip"))
                        .isEqualTo(svg.replaceAll("clip[0-9]+", "clip"));
            }
        }
    }

    @Test
    void onlyScriptsOfTheProgramMayRun() {
        String policy =
                page.substring(page.indexOf("Content-Security-Policy"), page.indexOf("<meta name=\"viewport\""));
        Matcher scripts = SCRIPT.matcher(page);
        int count = 0;
        while (scripts.find()) {
            assertThat(policy).contains(Html.escaped(new Script(scripts.group(1)).hash()));
            count++;
        }
        assertThat(count).isEqualTo(Script.PAGE.size());
        assertThat(policy).contains("default-src &#39;none&#39;").doesNotContain("unsafe-eval", "http", "*");
        assertThat(withoutScripts()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<img src=x");
    }

    /** The page without what the policy lets run and without data. */
    private static String withoutScripts() {
        return DATA.matcher(SCRIPT.matcher(page).replaceAll("")).replaceAll("");
    }

    @Test
    void nothingRefersToANetwork() {
        assertThat(withoutScripts())
                .doesNotContainPattern("(?i)(src|href|action|srcset)\\s*=\\s*[\"']?\\s*(https?:|//)")
                .doesNotContainPattern("(?i)url\\(|@import");
    }

    @Test
    void dataOfThePageIsThatOfTheFiles() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Matcher data = DATA.matcher(page);
        for (Figure figure : CONTENT.figures()) {
            assertThat(data.find()).isTrue();
            assertThat(data.group(1)).doesNotContain("<");
            JsonNode inPage = mapper.readTree(data.group(1));
            JsonNode inFile = mapper.readTree(FILES.get("figures/" + figure.id() + ".vl.json"));
            assertThat(inPage).as(figure.id()).isEqualTo(inFile);
            assertThat(inPage.path("datasets").path("rows").size())
                    .isEqualTo(figure.tables().get("rows").rows().size());
        }
    }

    @Test
    void readersWithoutScriptsSeePicturesAndReadersWithoutSightWords() {
        requireStillPictures();
        for (Figure figure : CONTENT.figures()) {
            assertThat(figure.alternative()).endsWith(".");
            assertThat(figure.caption()).endsWith(".");
            assertThat(page).contains("aria-label=\"" + Html.escaped(figure.alternative()) + "\"");
        }
        assertThat(page.split("<noscript><img alt=", -1))
                .hasSize(CONTENT.figures().size() + 1);
    }

    @Test
    void theAnswerStandsFirstAndMethodsLast() {
        assertThat(List.of(
                        page.indexOf("class=\"headline\""),
                        page.indexOf("id=\"section-0\""),
                        page.indexOf("<details class=\"wide fold\">"),
                        page.indexOf("id=\"methods\""),
                        page.indexOf("id=\"configuration\""),
                        page.indexOf("id=\"provenance\"")))
                .isSorted()
                .allSatisfy(place -> assertThat(place).isPositive());
        assertThat(page.split("<details class=\"fold\">", -1)).hasSize(4);
    }

    /** Readers of XML are stricter than browsers. */
    @Test
    void formulasAreWellFormedMathematics() throws Exception {
        Matcher formulas = Pattern.compile("<math>.*?</math>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (formulas.find()) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(formulas.group())))
                            .getDocumentElement()
                            .getTextContent())
                    .isNotBlank();
            count++;
        }
        assertThat(count).isGreaterThan(3);
        assertThat(page).contains("<span class=\"value\">").doesNotContain("d (c0 + c1 log d)</p>");
    }

    /** Each name of a column stands in its cells too, which narrow pages show one below the other. */
    @Test
    void cellsKnowTheirColumns() {
        assertThat(page).contains("<td data-column=\"cell\">inputs = gaussian</td>");
        assertThat(page).contains("<td class=\"number\" data-column=\"d\">64</td>");
    }

    @Test
    void figuresForPapersHaveTheWidthsOfColumnAndPage() throws Exception {
        requireStillPictures();
        Map<String, byte[]> files = new TreeMap<>();
        Figure figure = CONTENT.figures().get(0);
        assertThat(PaperFigures.write(List.of(figure), files::put)).isEmpty();
        String base = "figures/paper/" + figure.id();
        assertThat(files)
                .containsOnlyKeys(base + "-3.3in.pdf", base + "-3.3in.svg", base + "-6.7in.pdf", base + "-6.7in.svg");
        for (double inches : PaperFigures.WIDTHS) {
            String svg = new String(files.get(base + "-" + inches + "in.svg"), StandardCharsets.UTF_8);
            assertThat(svg).contains(String.format(Locale.ROOT, " width=\"%.2f\"", 96 * inches));
            Matcher fonts = Pattern.compile("font-size=\"([0-9.]+)px\"").matcher(svg);
            Matcher box = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ").matcher(svg);
            assertThat(box.find()).isTrue();
            double scale = 96 * inches / Double.parseDouble(box.group(1));
            int letters = 0;
            while (fonts.find()) {
                assertThat(Double.parseDouble(fonts.group(1)) * scale * 0.75).isGreaterThanOrEqualTo(7);
                letters++;
            }
            assertThat(letters).isPositive();
            try (PDDocument pdf = Loader.loadPDF(files.get(base + "-" + inches + "in.pdf"))) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo((float) (72 * inches), within(0.1f));
            }
        }
    }

    @Test
    void aPageIsSmallEnoughToSend() {
        assertThat(page.length()).isLessThan(10_000_000);
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        List<LeftOut> missing = CONTENT.sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(LeftOut.class::isInstance)
                .map(LeftOut.class::cast)
                .toList();
        assertThat(missing).isNotEmpty();
        for (LeftOut entry : missing) {
            assertThat(page).contains(Html.escaped(entry.title()), Html.escaped(entry.reason()));
        }
    }

    @Test
    void withoutStaticFiguresThePageOffersThemAllTheSame() {
        String bare = ReportPage.render(CONTENT);
        assertThat(bare).doesNotContain("<noscript>").contains("data-kind=\"png\" download hidden>");
    }
}
