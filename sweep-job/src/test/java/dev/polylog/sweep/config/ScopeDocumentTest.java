package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "scope.md");

    /** A field with a list of words has a row with all of them; automatic choices are no part of a study's scope. */
    @Test
    void namesEveryValueThatThereIs() throws IOException {
        String page = Files.readString(DOCUMENT);
        for (Field<?> field : Fields.ALL) {
            List<String> words = field.kind().words().stream()
                    .filter(word -> !field.equals(Fields.ENGINE) && !field.equals(Fields.REDRAW))
                    .filter(word -> !field.equals(Fields.WIDTH))
                    .toList();
            if (!words.isEmpty() && !field.equals(Fields.COVARIANCE_BASIS) && !field.equals(Fields.BASIS)) {
                assertThat(page).contains(" | `" + field + "` | " + String.join(", ", words));
            }
        }
    }

    @Test
    void listsWhatThereIsNotAndOtherNames() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains("| key | instead |\n|---|---|\n" + Glossary.absencesAsMarkdown() + "\n")
                .endsWith("| field | elsewhere |\n|---|---|\n" + Glossary.synonymsAsMarkdown());
    }

    /** A word has one meaning, and one that is a field is not explained away. */
    @Test
    void wordsAreNoFieldsAndOccurOnce() {
        Set<String> seen = new HashSet<>(Fields.ALL.stream().map(Field::name).toList());
        Stream.<Glossary.Entry>concat(Glossary.SYNONYMS.stream(), Glossary.ABSENCES.stream())
                .flatMap(entry -> entry.words().stream())
                .forEach(word -> assertThat(seen.add(word)).as(word).isTrue());
    }
}
