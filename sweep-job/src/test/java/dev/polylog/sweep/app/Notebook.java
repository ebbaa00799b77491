package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the cells of an executed notebook put out. */
record Notebook(List<JsonNode> outputs) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Notebook read(Path file) throws IOException {
        return new Notebook(JSON.readTree(file.toFile()).findValues("outputs").stream()
                .flatMap(outputs -> StreamSupport.stream(outputs.spliterator(), false))
                .toList());
    }

    long images() {
        return outputs.stream()
                .filter(output -> output.path("data").has("image/png"))
                .count();
    }

    /** All that was printed, and the plain form of what was displayed. */
    String text() {
        return outputs.stream()
                .map(output -> lines(output.path("text")) + lines(output.at("/data/text~1plain")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The group of the one place where the pattern matches, as a number. */
    double number(String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text()).results().toList();
        assertThat(found).as("%s in%n%s", pattern, text()).hasSize(1);
        return Double.parseDouble(found.get(0).group(1));
    }

    private static String lines(JsonNode text) {
        return StreamSupport.stream(text.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining());
    }
}
