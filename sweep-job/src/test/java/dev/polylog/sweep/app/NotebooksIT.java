package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The notebooks are committed clean, and run from nothing to their last figure.
 *
 * <p>They are run with Debian's Python and its packages only; a machine without these skips that and says what is missing,
 * continuous integration fails. Seeds are fixed, so that a passing test passes again; only a processor with other arithmetic
 * draws new numbers, and then each bound is at least five standard errors away, a chance of less than one in a million.
 */
class NotebooksIT {
    private static final Path NOTEBOOKS =
            Path.of("..", "notebooks").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(?:#[^)\\s]+)?\\)");
    private static final Map<String, String> PACKAGES = new TreeMap<>(Map.of(
            "pandas", "python3-pandas",
            "matplotlib", "python3-matplotlib",
            "nbconvert", "jupyter-nbconvert",
            "ipykernel", "python3-ipykernel"));

    @TempDir
    Path folder;

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void areCommittedWithoutOutputs(Path file) throws IOException {
        JsonNode notebook = Notebook.JSON.readTree(file.toFile());
        assertThat(notebook.at("/nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.at("/nbformat_minor").asInt()).isEqualTo(5);
        assertThat(notebook.path("metadata"))
                .as("metadata, the same whoever saved the file last")
                .isEqualTo(Notebook.JSON.readTree("""
                        {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
                         "language_info": {"name": "python"}}"""));
        Set<String> names = new HashSet<>();
        for (JsonNode cell : notebook.path("cells")) {
            String name = cell.path("id").asText();
            assertThat(name).as("id of a cell").matches("[a-z-]+");
            assertThat(names.add(name))
                    .as("%s is the id of one cell only", name)
                    .isTrue();
            assertThat(cell.path("metadata")).as("metadata of %s", name).isEmpty();
            if (cell.path("cell_type").asText().equals("code")) {
                assertThat(cell.path("outputs").isEmpty()
                                && cell.path("execution_count").isNull())
                        .as("%s has no outputs; clear them before a commit", name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void linksResolve(Path file) throws IOException {
        List<String> links = LINK.matcher(Files.readString(file))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @Test
    void theQuickStart() throws Exception {
        Notebook done = execute("quickstart");
        assertThat(done.images()).isEqualTo(2);
        assertThat(done.text()).contains("160 of 160 runs in " + folder.resolve("out/quickstart"));
        List<MatchResult> cells = Pattern.compile("(gaussian|boolean) +0\\.0\\d +(-?\\d+\\.\\d) +(\\d+\\.\\d)\\n")
                .matcher(done.text())
                .results()
                .toList();
        assertThat(cells)
                .hasSize(4)
                .allSatisfy(cell -> assertThat(Double.parseDouble(cell.group(2)))
                        .as(cell.group())
                        .isBetween(0.0, 2.5 * Double.parseDouble(cell.group(3))));
    }

    @Test
    void theScalingLaw() throws Exception {
        Notebook done = execute("scaling-law");
        assertThat(done.images()).isEqualTo(4);
        assertThat(done.text()).contains("60 of 60 runs");
        assertThat(done.number("predicted c1 = ([\\d.]+),")).isEqualTo(79.7);
        assertThat(done.number("measured  c1 = (\\S+) ±")).isBetween(60.0, 115.0);
        assertThat(done.number("c1 = \\S+ ± (\\S+) ")).isBetween(4.0, 20.0);
        assertThat(done.number("expects (\\S+)% more samples")).isBetween(0.0, 10.0);
    }

    @Test
    void blockDynamics() throws Exception {
        Notebook done = execute("block-dynamics");
        assertThat(done.images()).isEqualTo(3);
        assertThat(done.text()).contains("4 of 4 runs").containsPattern("homogeneous +0\\n");
        double second = done.number("heterogeneous +(\\d+)\\n");
        assertThat(done.number("heavy +(\\d+)\\n")).isBetween(second, 150.0);
        assertThat(done.number("measured growth is (\\S+) times")).isBetween(0.9, 1.1);
        assertThat(done.number("correlation (\\d\\.\\d+)")).isGreaterThan(0.95);
    }

    private Notebook execute(String name) throws IOException, InterruptedException {
        Notebooks notebooks = new Notebooks(NOTEBOOKS, folder);
        List<String> missing = PACKAGES.entrySet().stream()
                .filter(entry -> !notebooks.canImport(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        String message = name + ".ipynb was not executed, because /usr/bin/python3 lacks packages; apt-get install "
                + String.join(" ", missing);
        if (System.getenv("CI") == null) {
            if (!missing.isEmpty()) {
                System.err.println(message); // the console shows no reasons of skipped tests
            }
            assumeTrue(missing.isEmpty(), message);
        }
        assertThat(missing).as(message).isEmpty();
        return notebooks.execute(name);
    }
}
