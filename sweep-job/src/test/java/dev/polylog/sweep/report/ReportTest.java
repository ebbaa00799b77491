package dev.polylog.sweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.LeftOut;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
                assertThat(maker.svg(figure).replaceAll("clip[0-9]+", "clip"))
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
