package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every page at every width: it fits, and says the same in whole words. */
class HelpPageTest {
    static Stream<CommandSpec> commands() {
        CommandLine root = Polylog.commandLine();
        return Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itFits(CommandSpec command) {
        List<String> words = words(HelpPage.of(command, 200));
        for (int columns = 40; columns <= 200; columns++) {
            String page = HelpPage.of(command, columns);
            assertThat(page.lines()).as(page).allMatch(fits(columns));
            assertThat(words(page)).isEqualTo(words);
        }
    }

    private static Predicate<String> fits(int columns) {
        return line -> line.length() <= columns;
    }

    /** But for the backslashes at which commands go on. */
    private static List<String> words(String page) {
        List<String> words = new ArrayList<>(List.of(page.strip().split("\\s+", -1)));
        words.removeIf("\\"::equals);
        return words;
    }
}
