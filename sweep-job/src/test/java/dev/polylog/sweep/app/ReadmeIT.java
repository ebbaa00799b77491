package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.polylog.sweep.config.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the README says.
 *
 * <p>Every {@code ./polylog} line is run through the launcher, in order, in an empty folder that sees {@code conf}. Lines for
 * Maven, Docker and a cluster are only recognised. Python snippets are parsed if there is a {@code python3}, and the ones for
 * pandas and DuckDB are run if these can be imported there; the one for Spark is never run.
 */
class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String TESTS = "mvn -B -ntp verify";
    private static final Pattern NOT_RUN = Pattern.compile(Pattern.quote(TESTS)
            + "|mvn spotless:apply|mkdir -p out|(USER_ID=\\$\\(id -u\\) )?docker compose .+|spark-submit .+ sweep-job/target/polylog\\.jar run .+"
            + "|export OPENBLAS_NUM_THREADS=1|\\./polylog run .+ --master spark://host:7077 .+");
    /** From the predicted and fitted numbers of clean labels to those of flipped ones. */
    private static final Pattern DOUBLINGS = Pattern.compile("(?s)predicts \\d+ \\(Gaussian\\).*?and they say .*?\\*");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern VALUE = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");
    private static final double ROUNDING = 0.51;

    /** Percent by which another family of processors may move a median, by a checkpoint or two, or a coefficient. */
    private static final double ANOTHER_PROCESSOR = 5;

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Map<String, String> NEEDED_MODULES =
            Map.of("import pandas", "pandas, pyarrow", "import duckdb", "duckdb");

    @Test
    void commandsAndSnippetsWork(@TempDir Path folder) throws Exception {
        Files.createSymbolicLink(folder.resolve("polylog"), ROOT.resolve("polylog"));
        Files.createSymbolicLink(folder.resolve("conf"), ROOT.resolve("conf"));
        List<String> outputs = new ArrayList<>();
        for (String line : commandLines()) {
            if (!NOT_RUN.matcher(line).matches()) {
                Execution execution = Execution.of(folder, "bash", "-c", line);
                assertThat(execution.exitCode())
                        .as("%s%n%s", line, execution.output())
                        .isZero();
                if (outputs.isEmpty()) {
                    checkDoublings(folder.resolve("out/quickstart"));
                }
                outputs.add(execution.output());
            }
        }
        assertThat(outputs).as("the jar is up to date").noneMatch(output -> output.contains("Building Polylog"));
        assertThat(outcomes(outputs.get(0))).isNotEmpty().isEqualTo(outcomes(readme()));
        assertThat(medians(outputs.get(0))).hasSize(16);
        for (int cell = 0; cell < 16; cell++) {
            assertThat(medians(outputs.get(0)).get(cell))
                    .isCloseTo(medians(readme()).get(cell), withinPercentage(ANOTHER_PROCESSOR));
        }
        if (Execution.of(folder, "bash", "-c", "command -v python3").exitCode() == 0) {
            for (String snippet : blocks("python")) {
                checkPython(folder, snippet);
            }
        }
    }

    /** What the README says of doublings of d is what the report of its own store says. */
    private static void checkDoublings(Path store) throws IOException {
        Map<String, List<Double>> fits = new LinkedHashMap<>();
        Map<String, Double> theory = new HashMap<>();
        for (Map<String, String> row : csv(store.resolve("analysis/laws.csv"))) {
            String group = row.get("cells");
            if (row.get("law").equals("d (c0 + c1 log d)")
                    && row.get("parameter").equals("c1")) {
                fits.put(
                        group,
                        Stream.of("estimate", "low", "high")
                                .map(column -> Math.log(2) * Double.parseDouble(row.get(column)))
                                .toList());
            }
        }
        for (Map<String, String> row : csv(store.resolve("analysis/theory.csv"))) {
            theory.put(row.get("cells"), Math.log(2) * Double.parseDouble(row.get("c1")));
        }
        List<Integer> said = NUMBER.matcher(DOUBLINGS
                        .matcher(readme())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
        List<String> clean = List.of("gaussian, label_noise = 0", "boolean, label_noise = 0");
        List<String> flipped = List.of("gaussian, label_noise = 0.05", "boolean, label_noise = 0.05");
        List<Double> found = new ArrayList<>();
        for (List<String> groups : List.of(clean, flipped)) {
            groups.forEach(group -> found.add(theory.get(group)));
            groups.forEach(group -> found.addAll(fits.get(group)));
        }
        assertThat(said).hasSameSizeAs(found);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i).doubleValue())
                    .as("number %d of %s, of %s", i + 1, said, found)
                    .isCloseTo(found.get(i), within(ROUNDING + ANOTHER_PROCESSOR / 100 * Math.abs(found.get(i))));
        }
    }

    /** Rows by column. */
    private static List<Map<String, String>> csv(Path file) throws IOException {
        List<List<String>> lines = Files.readAllLines(file).stream()
                .map(line -> VALUE.matcher(line)
                        .results()
                        .map(value -> value.group(1) == null ? value.group(2) : value.group(1))
                        .toList())
                .toList();
        List<String> header = lines.get(0);
        return lines.stream()
                .skip(1)
                .map(line ->
                        IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, line::get)))
                .toList();
    }

    /** Numbers of a study that takes an hour stand in the results, too. */
    @Test
    void theHeadlineIsTheOneOfTheResults() throws IOException {
        Matcher headline = Pattern.compile(
                        "n\\\\\\* = d \\((\\d+\\.\\d) \\+ ([\\d.]+) log d\\), the slope between ([\\d.]+) and ([\\d.]+)\\..*"
                                + "a slope of ([\\d.]+); .* has ([\\d.]+)\\..*predicts ([\\d.]+) billion .* took ([\\d.]+)\\.\\*",
                        Pattern.DOTALL)
                .matcher(readme());
        assertThat(headline.find()).isTrue();
        String results = Files.readString(ROOT.resolve("docs/results.md"));
        for (int i = 1; i <= headline.groupCount(); i++) {
            assertThat(results).contains(headline.group(i));
        }
    }

    private static void checkPython(Path folder, String snippet) throws Exception {
        Path file = Files.writeString(folder.resolve("snippet.py"), snippet);
        Execution parsed = Execution.of(
                folder, "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file.toString());
        assertThat(parsed.exitCode()).as("%s%n%s", snippet, parsed.output()).isZero();
        for (Map.Entry<String, String> needed : NEEDED_MODULES.entrySet()) {
            boolean canRun = snippet.contains(needed.getKey())
                    && Execution.of(folder, "python3", "-c", "import " + needed.getValue())
                                    .exitCode()
                            == 0;
            if (canRun) {
                Execution run = Execution.of(folder, "python3", file.toString());
                assertThat(run.exitCode()).as("%s%n%s", snippet, run.output()).isZero();
            }
        }
    }

    /** Cells of the quick start with the number of runs and how many reached the target; the rest is up to the processor. */
    private static List<String> outcomes(String text) {
        return Pattern.compile("(?m)^(?:gaussian|boolean) +\\d+ +\\S+ +\\d+ +\\d+ ")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Median samples to the target of each cell of the quick start. */
    private static List<Double> medians(String text) {
        return Pattern.compile("(?m)^(?:gaussian|boolean) .* ([\\d,]+)$")
                .matcher(text)
                .results()
                .map(row -> Double.valueOf(row.group(1).replace(",", "")))
                .toList();
    }

    @Test
    void everyCommandLineIsRunOrKnown() throws IOException {
        assertThat(commandLines())
                .contains("./polylog run conf/quickstart.conf", TESTS)
                .allMatch(line -> line.startsWith("./polylog ")
                        || line.startsWith("source <(./polylog ")
                        || NOT_RUN.matcher(line).matches());
    }

    @Test
    void listsTheCommands() throws IOException {
        List<String> commands = Pattern.compile("(?m)^\\| `([a-z]+)` \\| [a-z]")
                .matcher(section("## Commands"))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(commands)
                .containsExactlyElementsOf(
                        Polylog.commandLine().getSubcommands().keySet());
    }

    @Test
    void theTestCommandIsTheOneThatCiRuns() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).containsOnlyOnce(TESTS);
    }

    @Test
    void theSweepsAreValid(@TempDir Path folder) throws IOException {
        List<Integer> cells = new ArrayList<>();
        for (String sweep : blocks("hocon")) {
            Path file = Files.writeString(folder.resolve("sweep.conf"), sweep);
            cells.add(SweepFile.read(file, List.of()).cells());
        }
        assertThat(cells).containsExactly(9, 3);
    }

    @Test
    void listsTheExitCodes() throws IOException {
        List<Integer> codes = Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(readme())
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
        assertThat(codes)
                .containsExactly(
                        ExitCode.DONE,
                        ExitCode.BAD_RUNS,
                        ExitCode.BAD_INPUT,
                        ExitCode.STORE,
                        ExitCode.INTERRUPTED,
                        ExitCode.NO_READER);
    }

    @Test
    void linksResolve() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("SECURITY.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        for (Path document : documents) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(document)).results().toList()) {
                if (!link.group(1).contains("://")) {
                    checkLink(document, link.group(1), link.group(2));
                }
            }
        }
    }

    private static void checkLink(Path document, String path, String anchor) throws IOException {
        Path target = path.isEmpty() ? document : document.resolveSibling(path);
        assertThat(target).as("link in %s", document).exists();
        if (anchor != null) {
            List<String> anchors = Files.readAllLines(target).stream()
                    .filter(line -> line.startsWith("#"))
                    .map(ReadmeIT::anchor)
                    .toList();
            assertThat(anchors).as("link in %s", document).contains(anchor);
        }
    }

    /** The anchor that Git hosts give a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d _-]", "")
                .replace(' ', '-');
    }

    private static List<String> commandLines() throws IOException {
        return blocks("bash").stream().flatMap(String::lines).toList();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(readme())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        String text = readme();
        int start = text.indexOf(heading + "\n");
        return text.substring(start, text.indexOf("\n## ", start + 1));
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private record Execution(int exitCode, String output) {
        static Execution of(Path folder, String... command) throws IOException, InterruptedException {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeAll(List.of("SPARK_HOME", "POLYLOG_JAVA_OPTS"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
            Process process = builder.start();
            try {
                assertThat(process.waitFor(10, TimeUnit.MINUTES))
                        .as(String.join(" ", command))
                        .isTrue();
                return new Execution(process.exitValue(), Files.readString(output));
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
