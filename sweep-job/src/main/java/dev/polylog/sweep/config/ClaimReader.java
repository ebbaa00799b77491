package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.polylog.sweep.claim.Parameter;
import dev.polylog.sweep.claim.Statistic;
import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.sweep.grid.Relation;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a file claims of its runs. */
final class ClaimReader {
    private static final int MOST = 100;
    private static final int LONGEST = 300;
    private static final List<String> KEYS = Stream.concat(
                    Stream.of("id", "says", "source", "statistic", "where"), Relation.NAMES.stream())
            .toList();
    private static final String RELATIONS = String.join(", ", Relation.NAMES);

    private final Problems problems;
    private final SourcePositions positions;
    private final SettingReader settingReader;
    private final Map<String, SourcePosition> ids = new HashMap<>();

    ClaimReader(Problems problems, SourcePositions positions, SettingReader settingReader) {
        this.problems = problems;
        this.positions = positions;
        this.settingReader = settingReader;
    }

    /** Those that are valid; problems for the others. */
    List<Claim> read(ConfigValue value) {
        List<ConfigValue> elements = Values.elements(value);
        if (elements.size() > MOST) {
            problems.invalid(SourcePosition.of(value, "claims"), elements.size() + " claims", "at most " + MOST);
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (ConfigValue element : elements) {
            SourcePosition position = SourcePosition.of(element, "claims");
            if (element instanceof ConfigObject object) {
                claim(object, position).ifPresent(claims::add);
            } else {
                problems.invalid(position, Values.text(element), "a list of { id = ..., says = ..., statistic = ... }");
            }
        }
        return claims;
    }

    private Optional<Claim> claim(ConfigObject claim, SourcePosition position) {
        int before = problems.count();
        Values.checkKeys(claim, position, KEYS, problems);
        String id = text(claim, position, "id", Claim.ID);
        checkId(claim, id, position);
        String says = text(claim, position, "says", "the claim in words");
        String source = text(claim, position, "source", "who says so, in words");
        Optional<Measure> measure = measure(claim, position);
        ConfigValue where = claim.get("where");
        Optional<Expression<Boolean>> condition =
                where == null ? Optional.empty() : condition(where, position.child(where, "where"));
        Optional<Relation> relation = relation(claim, position);
        return problems.count() == before && measure.isPresent() && relation.isPresent()
                ? Optional.of(new Claim(id, says, source, measure.get(), condition, relation.get()))
                : Optional.empty();
    }

    private void checkId(ConfigObject claim, String id, SourcePosition position) {
        ConfigValue value = claim.get("id");
        if (value == null || id.isEmpty()) {
            return;
        }
        SourcePosition at = position.child(value, "id");
        if (!Claim.isId(id)) {
            problems.invalid(at, id, Claim.ID);
        }
        SourcePosition other = ids.putIfAbsent(id, at);
        if (other != null) {
            problems.refused(at, id, "another claim is called so, and there can be one");
        }
    }

    /** One line of text. */
    private String text(ConfigObject claim, SourcePosition position, String key, String expected) {
        ConfigValue value = claim.get(key);
        if (value == null) {
            problems.add(position, "Missing key claims." + key + " (expected " + expected + ")");
            return "";
        }
        String text = Values.text(value).replaceAll("\\s+", " ");
        if (!Values.isScalar(value) || text.isEmpty() || text.length() > LONGEST || text.matches(".*\\p{Cntrl}.*")) {
            problems.invalid(position.child(value, key), text, expected + ", in at most " + LONGEST + " characters");
        }
        return text;
    }

    private Optional<Measure> measure(ConfigObject claim, SourcePosition position) {
        ConfigValue value = claim.get("statistic");
        List<String> known = Statistic.all().stream().map(Statistic::name).toList();
        if (value == null) {
            problems.add(position, "Missing key claims.statistic (expected one of " + String.join(", ", known) + ")");
            return Optional.empty();
        }
        SourcePosition at = position.child(value, "statistic");
        ConfigObject asked = value instanceof ConfigObject object ? object : null;
        ConfigValue name = asked == null ? value : asked.get("name");
        if (name == null) {
            problems.add(at, "Missing key claims.statistic.name (expected one of " + String.join(", ", known) + ")");
            return Optional.empty();
        }
        String written = Values.text(name);
        Optional<Statistic> statistic = Values.isScalar(name) ? Statistic.named(written) : Optional.empty();
        if (statistic.isEmpty()) {
            problems.invalid(
                    at,
                    written,
                    "one of " + String.join(", ", known)
                            + Suggestion.nearest(written, known)
                                    .map(found -> "; did you mean " + found + "?")
                                    .orElse(""));
            return Optional.empty();
        }
        int before = problems.count();
        Measure measure = new Measure(written, arguments(statistic.get(), asked, at));
        if (problems.count() == before) {
            statistic.get().objection(measure).ifPresent(objection -> problems.refused(at, written, objection));
        }
        return Optional.of(measure);
    }

    private Map<String, Measure.Argument> arguments(
            Statistic statistic, @Nullable ConfigObject asked, SourcePosition at) {
        Map<String, Measure.Argument> arguments = new HashMap<>();
        if (asked != null) {
            List<String> keys = Stream.concat(
                            Stream.of("name"), statistic.parameters().stream().map(Parameter::name))
                    .toList();
            Values.checkKeys(asked, at, keys, problems);
        }
        for (Parameter parameter : statistic.parameters()) {
            ConfigValue value = asked == null ? null : asked.get(parameter.name());
            if (value != null) {
                argument(parameter, value, at.child(value, parameter.name()))
                        .ifPresent(argument -> arguments.put(parameter.name(), argument));
            } else if (parameter.isRequired()) {
                problems.add(
                        at,
                        "Missing key claims.statistic." + parameter.name() + " of " + statistic.name() + " (expected "
                                + parameter.meaning() + ")");
            }
        }
        return arguments;
    }

    private Optional<Measure.Argument> argument(Parameter parameter, ConfigValue value, SourcePosition at) {
        return switch (parameter.form()) {
            case NUMBER -> settingReader.constant(value, at).map(Measure.OfNumber::new);
            case CELLS -> condition(value, at).map(Measure.OfCells::new);
            case WORD -> word(parameter, value, at).map(Measure.OfWord::new);
        };
    }

    private Optional<String> word(Parameter parameter, ConfigValue value, SourcePosition at) {
        String word = Values.text(value);
        if (Values.isScalar(value) && parameter.words().contains(word)) {
            return Optional.of(word);
        }
        problems.invalid(
                at,
                word,
                Suggestion.nearest(word, parameter.words())
                        .map(found -> parameter.meaning() + "; did you mean " + found + "?")
                        .orElseGet(() -> "one of " + String.join(", ", parameter.words())));
        return Optional.empty();
    }

    private Optional<Expression<Boolean>> condition(ConfigValue value, SourcePosition at) {
        if (!Values.isScalar(value)) {
            problems.invalid(at, Values.text(value), "a condition, such as \"width == 8\"");
            return Optional.empty();
        }
        try {
            Expression<Boolean> condition = FieldNames.condition(Values.text(value));
            positions.remember(condition, at);
            return Optional.of(condition);
        } catch (ExpressionException e) {
            problems.add(at, "Invalid " + at.path() + ": " + e.detail());
            return Optional.empty();
        }
    }

    private Optional<Relation> relation(ConfigObject claim, SourcePosition position) {
        List<String> said = Relation.NAMES.stream().filter(claim::containsKey).toList();
        if (said.size() != 1) {
            problems.add(
                    position,
                    said.isEmpty()
                            ? "Missing key of the bound (expected one of " + RELATIONS + ")"
                            : "Invalid bound: " + String.join(" and ", said) + " (expected one of " + RELATIONS + ")");
            return Optional.empty();
        }
        String name = said.get(0);
        ConfigValue value = claim.get(name);
        if (value == null) {
            return Optional.empty();
        }
        SourcePosition at = position.child(value, name);
        return switch (name) {
            case "above" -> bound(value, at, Relation.Above::new);
            case "below" -> bound(value, at, Relation.Below::new);
            default -> between(value, at);
        };
    }

    private Optional<Relation> bound(ConfigValue value, SourcePosition at, Function<BigDecimal, Relation> relation) {
        return settingReader.constant(value, at).map(relation);
    }

    private Optional<Relation> between(ConfigValue value, SourcePosition at) {
        String expected = "two numbers, the first below the second, such as [0.9, 1.1]";
        if (!(value instanceof ConfigList ends) || ends.size() != 2) {
            problems.invalid(at, Values.text(value), expected);
            return Optional.empty();
        }
        Optional<BigDecimal> from = settingReader.constant(ends.get(0), at);
        Optional<BigDecimal> to = settingReader.constant(ends.get(1), at);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().compareTo(to.get()) >= 0) {
            problems.invalid(at, Values.text(value), expected);
            return Optional.empty();
        }
        return Optional.of(new Relation.Between(from.get(), to.get()));
    }
}
