package dev.polylog.sweep;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.sweep.app.Polylog;
import dev.polylog.trainer.task.TargetFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** The page on extending names files, registries, examples and tests; all of them are looked up. */
class ExtendingDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/extending.md");
    private static final String TRAINER = "trainer-core/src/main/java/dev/polylog/trainer/";
    private static final String SWEEP = "sweep-job/src/main/java/dev/polylog/sweep/";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** A row of the page, with the texts between backticks of each cell. */
    private record Row(
            String kind,
            List<String> written,
            List<String> registry,
            List<String> others,
            List<String> documents,
            List<String> examples,
            List<String> tests) {

        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(9);
            return new Row(
                    cells.get(1),
                    quoted(cells.get(2)),
                    quoted(cells.get(3)),
                    quoted(cells.get(4)),
                    quoted(cells.get(5)),
                    quoted(cells.get(6)),
                    quoted(cells.get(7)));
        }

        /** Files and folders that are named. */
        List<Path> places() {
            return Stream.of(written, others, documents)
                    .flatMap(List::stream)
                    .filter(text -> text.contains("/") || text.endsWith(".md"))
                    .map(text -> ROOT.resolve(text.replaceFirst("^T/", TRAINER).replaceFirst("^S/", SWEEP)))
                    .toList();
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("| a new |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
        assertThat(rows).hasSizeGreaterThan(12);
        return rows;
    }

    private static List<Path> sources(String folder) {
        return Stream.of("trainer-core", "sweep-job")
                .map(module -> ROOT.resolve(module).resolve("src").resolve(folder))
                .flatMap(folderOfModule -> walk(folderOfModule).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> classNamed(String simpleName) throws ClassNotFoundException {
        List<Path> files = sources("main").stream()
                .filter(file -> file.endsWith(simpleName + ".java"))
                .toList();
        assertThat(files).as(simpleName).hasSize(1);
        String path = files.get(0).toString().replace('\\', '/');
        String name = path.substring(path.indexOf("dev/polylog/")).replaceFirst("\\.java$", "");
        return Class.forName(name.replace('/', '.'));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPlaceIsThere(Row row) {
        assertThat(row.places())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place).exists());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTestIsThere(Row row) {
        List<Path> tests = sources("test");
        assertThat(row.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(tests)
                        .anySatisfy(file ->
                                assertThat(file.endsWith(test + ".java")).isTrue()));
    }

    /** All but formulas, of which there is no list. */
    private static Set<Class<?>> finite(Set<Class<?>> variants) {
        return variants.stream()
                .filter(variant -> variant != TargetFunction.Formula.class)
                .collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRegistryListsAllThatThereIs(Row row) throws ReflectiveOperationException {
        for (String registry : row.registry()) {
            String[] parts = registry.split("\\.", 2);
            Class<?> type = classNamed(parts[0]);
            List<?> listed = listed(type, parts[1]);
            assertThat(listed).as(registry).isNotEmpty().doesNotHaveDuplicates();
            assertThat(listed.stream().map(Object::getClass).collect(toSet()))
                    .as(registry)
                    .containsAll(finite(variants(type)));
            assertThat(constants(type))
                    .as(registry)
                    .allSatisfy(
                            constant -> assertThat(listed.contains(constant)).isTrue());
        }
    }

    private static List<?> listed(Class<?> type, String member) throws ReflectiveOperationException {
        Object list = member.endsWith("()")
                ? type.getMethod(member.substring(0, member.length() - 2)).invoke(null)
                : type.getField(member).get(null);
        return list instanceof Object[] array ? Arrays.asList(array) : List.copyOf((Collection<?>) list);
    }

    /** The records of a sealed interface; none of another type. */
    private static Set<Class<?>> variants(Class<?> type) {
        return type.isSealed() && type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).collect(toSet())
                : Set.of();
    }

    /** The public fields of a registry of constants. */
    private static List<Object> constants(Class<?> type) throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (var field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && type.getSimpleName().equals(field.getType().getSimpleName() + "s")) {
                constants.add(field.get(null));
            }
        }
        return constants;
    }

    /** Whoever follows the example of a row finds all places in it. */
    @ParameterizedTest
    @MethodSource("rows")
    void nothingElseMentionsTheExample(Row row) throws IOException {
        Set<Path> places = row.places().stream().map(Path::normalize).collect(toSet());
        for (String example : row.examples()) {
            Pattern word = Pattern.compile("\\b" + Pattern.quote(example) + "\\b");
            for (Path file : sources("main")) {
                if (code(file).anyMatch(line -> word.matcher(line).find())) {
                    Path normal = file.normalize();
                    assertThat(places.contains(normal) || places.contains(normal.getParent()))
                            .as("%s mentions %s, and the row of a new %s does not name it", normal, example, row)
                            .isTrue();
                }
            }
        }
    }

    /** The lines of a program without those of comments. */
    private static Stream<String> code(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.strip().matches("(/\\*|\\*|//).*"));
    }

    @Test
    void everyNameOfTheGlossaryIsAClass() throws IOException {
        List<String> names = Files.readAllLines(ROOT.resolve("docs/architecture.md")).stream()
                .dropWhile(line -> !line.equals("## Names"))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> quoted(line.split("\\|", -1)[1]).stream())
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .toList();
        List<Path> files = sources("main");
        assertThat(names)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(files)
                        .anySatisfy(file ->
                                assertThat(file.endsWith(name + ".java")).isTrue()));
    }

    @Test
    void everyCommandIsASubcommand() {
        Command polylog = Polylog.class.getAnnotation(Command.class);
        assertThat(sources("main").stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Command.java"))
                        .map(name -> name.replace(".java", "")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(polylog.subcommands())
                        .map(Class::getSimpleName)
                        .toList());
    }
}
