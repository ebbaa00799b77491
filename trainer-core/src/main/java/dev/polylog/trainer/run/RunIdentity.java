package dev.polylog.trainer.run;

import dev.polylog.trainer.hash.Sha256;
import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.random.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of a run that follow from what it is, each 128 bits in hexadecimal.
 *
 * @param streamId hash of everything that affects the dynamics; the key of all randomness. Runs that differ only in budget,
 *     stop rule or observation share it, and the shorter trajectory is a prefix of the longer
 * @param runId hash of the stream and of budget, stop rule and observation
 */
public record RunIdentity(String streamId, String runId) {
    private static final List<Field<?>> DYNAMICS = inOrder(Field.Scope.DYNAMICS);
    private static final List<Field<?>> OBSERVATION = inOrder(Field.Scope.OBSERVATION);

    public static RunIdentity of(RunSpec spec) {
        StringBuilder stream = new StringBuilder(400);
        append(stream, "numerics", Numerics.VERSION);
        append(stream, "seed", spec.seed());
        append(stream, "replicate", spec.replicate());
        append(stream, DYNAMICS, spec);
        String streamId = hash(stream);
        StringBuilder run = new StringBuilder(300);
        append(run, "stream", streamId);
        append(run, OBSERVATION, spec);
        return new RunIdentity(streamId, hash(run));
    }

    public StreamKey streamKey() {
        return StreamKey.parse(streamId);
    }

    private static List<Field<?>> inOrder(Field.Scope scope) {
        return Fields.ALL.stream()
                .filter(field -> field.scope() == scope)
                .sorted(Comparator.comparing(Field::column))
                .toList();
    }

    private static void append(StringBuilder text, List<Field<?>> fields, RunSpec spec) {
        for (Field<?> field : fields) {
            Object value = field.of(spec);
            if (field.isNamed(value)) {
                append(text, field.column(), value);
            }
        }
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        text.append(name).append('=').append(Canonical.text(value)).append('\n');
    }

    private static String hash(CharSequence text) {
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8), 16);
    }
}
