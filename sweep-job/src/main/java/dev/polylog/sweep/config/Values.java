package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.run.Literal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The parsed tree as text, lists and objects. */
final class Values {
    private Values() {}

    /** Whether it is a string, a number or a Boolean. */
    static boolean isScalar(ConfigValue value) {
        ConfigValueType type = value.valueType();
        return type != ConfigValueType.OBJECT && type != ConfigValueType.LIST && type != ConfigValueType.NULL;
    }

    static boolean isNone(ConfigValue value) {
        return value.valueType() == ConfigValueType.NULL
                || (isScalar(value) && text(value).equals("none"));
    }

    /** A scalar as it was written, so that no digit of a number is lost; anything else as JSON. */
    static String text(ConfigValue value) {
        return isScalar(value)
                ? value.atKey("value").getString("value").strip()
                : value.render(ConfigRenderOptions.concise());
    }

    /** The tree in the terms of {@link Literal}. */
    static Literal literal(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return new Literal.OfList(list.stream().map(Values::literal).toList());
        }
        if (value instanceof ConfigObject object) {
            Map<String, Literal> values = new HashMap<>();
            object.forEach((key, element) -> values.put(key, literal(element)));
            return new Literal.OfMap(values);
        }
        String text = text(value);
        return Numbers.parse(text).<Literal>map(Literal.OfNumber::new).orElseGet(() -> new Literal.OfText(text));
    }

    /** The elements of a list, or the value as the only one. */
    static List<ConfigValue> elements(ConfigValue value) {
        return value instanceof ConfigList list ? list : List.of(value);
    }

    /** Adds a problem for each key that is not known, with the one that was probably meant. */
    static void checkKeys(ConfigObject object, SourcePosition position, Collection<String> known, Problems problems) {
        checkKeys(object, position, known, key -> Suggestion.of(key, known), problems);
    }

    /**
     * Adds a problem for each key that is not known.
     *
     * @param hint what to say of an unknown key: nothing, or a remark in brackets after a space
     */
    static void checkKeys(
            ConfigObject object,
            SourcePosition position,
            Collection<String> known,
            UnaryOperator<String> hint,
            Problems problems) {
        object.forEach((key, value) -> {
            if (!known.contains(key)) {
                SourcePosition at = position.child(value, key);
                problems.add(at, "Unknown key " + Problems.shown(at.path()) + hint.apply(key));
            }
        });
    }
}
