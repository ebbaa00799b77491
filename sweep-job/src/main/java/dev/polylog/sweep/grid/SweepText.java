package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a sweep as a sweep file: every field, defaults too, and every range as its values. */
final class SweepText {
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*+");

    private SweepText() {}

    static String of(SweepDefinition sweep) {
        StringBuilder text = new StringBuilder(1000);
        text.append("name = ").append(quoted(sweep.name())).append('\n');
        text.append("edition = ").append(Sweep.EDITION).append('\n');
        text.append("seed = ").append(sweep.seed()).append('\n');
        text.append("replicates = ")
                .append(quoted(sweep.replicates().toString()))
                .append('\n');
        appendObject(text, "run", run(sweep));
        List<String> grid = new ArrayList<>();
        List<String> zips = new ArrayList<>();
        for (Axis axis : sweep.axes()) {
            if (axis instanceof Axis.Line<?> line) {
                grid.add(axis(line));
            } else {
                zips.add(axis.lines().stream().map(SweepText::axis).collect(Collectors.joining(", ", "{ ", " }")));
            }
        }
        appendObject(text, "grid", grid);
        appendList(text, "zip", zips);
        appendList(
                text,
                "exclude",
                sweep.exclusions().stream()
                        .map(Expression::toString)
                        .map(SweepText::quoted)
                        .toList());
        if (!sweep.claims().isEmpty()) {
            appendList(
                    text,
                    "claims",
                    sweep.claims().stream().map(SweepText::claim).toList());
        }
        return text.toString();
    }

    private static String claim(Claim claim) {
        List<String> parts = new ArrayList<>();
        parts.add("id = " + quoted(claim.id()));
        parts.add("says = " + quoted(claim.says()));
        parts.add("source = " + quoted(claim.source()));
        parts.add("statistic { name = " + claim.measure().statistic()
                + claim.measure().arguments().entrySet().stream()
                        .map(argument -> ", " + argument.getKey() + " = " + argument(argument.getValue()))
                        .collect(Collectors.joining())
                + " }");
        claim.where().ifPresent(condition -> parts.add("where = " + quoted(condition.toString())));
        parts.add(relation(claim.relation()));
        return parts.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String argument(Measure.Argument argument) {
        return argument instanceof Measure.OfNumber number ? number.toString() : quoted(argument.toString());
    }

    private static String relation(Relation relation) {
        if (relation instanceof Relation.Above above) {
            return "above = " + above.bound();
        }
        if (relation instanceof Relation.Below below) {
            return "below = " + below.bound();
        }
        Relation.Between between = (Relation.Between) relation;
        return "between = [" + between.from() + ", " + between.to() + "]";
    }

    private static List<String> run(SweepDefinition sweep) {
        Map<Field<?>, Setting<?>> settings = new LinkedHashMap<>();
        Fields.ALL.forEach(field -> settings.put(field, Setting.Constant.ofDefault(field)));
        sweep.settings().forEach(setting -> settings.put(setting.field(), setting));
        sweep.axes().forEach(axis -> axis.lines().forEach(line -> settings.remove(line.field())));
        return settings.values().stream()
                .map(setting -> setting.field() + " = " + value(setting))
                .toList();
    }

    private static String axis(Axis.Line<?> line) {
        return line.field()
                + line.values().stream().map(SweepText::value).collect(Collectors.joining(", ", " = [", "]"));
    }

    private static String value(Setting<?> setting) {
        return setting instanceof Setting.Constant<?> constant && constant.literal() != null
                ? text(constant.literal())
                : quoted(setting.toString());
    }

    private static String text(Literal literal) {
        return literal instanceof Literal.OfText written ? quoted(written.text()) : part(literal);
    }

    /** As {@link #text}, with words bare. */
    private static String part(Literal literal) {
        if (literal instanceof Literal.OfNumber written) {
            return written.number().toString();
        }
        if (literal instanceof Literal.OfList list) {
            return list.elements().stream().map(SweepText::part).collect(Collectors.joining(", ", "[", "]"));
        }
        if (literal instanceof Literal.OfMap map) {
            return new TreeMap<>(map.values())
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + part(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        String word = ((Literal.OfText) literal).text();
        return WORD.matcher(word).matches() ? word : quoted(word);
    }

    private static void appendObject(StringBuilder text, String key, List<String> lines) {
        text.append(key).append(" {\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("}\n");
    }

    private static void appendList(StringBuilder text, String key, List<String> elements) {
        text.append(key).append(" = [\n");
        elements.forEach(element -> text.append("  ").append(element).append('\n'));
        text.append("]\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
