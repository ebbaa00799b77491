package dev.polylog.sweep.report;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas of laws, such as {@code n* = d (c0 + c1 log d)}, as MathML. Factors stand beside each other; {@code ^} raises what stands
 * before it, a function such as {@code log} as well.
 */
final class MathMarkup {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>[0-9][0-9.,]*(?:e[-+]?[0-9]+)?)|(?<star>n\\*)|(?<name>[A-Za-z_]+)(?<index>[0-9]*)|(?<sign>[-+*/^()=,Δ]))\\s*");
    private static final Map<String, String> GREEK = Map.of("alpha", "α", "beta", "β");

    private final Matcher tokens;
    private int place;

    private MathMarkup(String formula) {
        tokens = TOKEN.matcher(formula);
    }

    /** Markup of a formula; empty if it is none. */
    static Optional<String> of(String formula) {
        StringBuilder row = new StringBuilder();
        MathMarkup parser = new MathMarkup(formula);
        boolean endsFactor = false;
        while (parser.place < formula.length()) {
            if (!parser.next()) {
                return Optional.empty();
            }
            boolean isFunction = "log".equals(parser.tokens.group("name"));
            boolean beginsFactor = !parser.isSign() || "(".equals(parser.tokens.group("sign"));
            if (endsFactor && beginsFactor) {
                row.append(parser.isSign() || isFunction ? "<mspace width=\"0.17em\"></mspace>" : "<mo>&#8290;</mo>");
            }
            endsFactor = !isFunction && (!parser.isSign() || ")".equals(parser.tokens.group("sign")));
            String factor = parser.symbol();
            if (parser.raises(formula)) {
                parser.next();
                if (!parser.next() || parser.isSign()) {
                    return Optional.empty();
                }
                factor = "<msup>" + factor + parser.symbol() + "</msup>";
            }
            row.append(factor).append(isFunction ? "<mspace width=\"0.17em\"></mspace>" : "");
        }
        return row.isEmpty() ? Optional.empty() : Optional.of("<math><mrow>" + row + "</mrow></math>");
    }

    private boolean next() {
        if (!tokens.find(place) || tokens.start() != place) {
            return false;
        }
        place = tokens.end();
        return true;
    }

    private boolean raises(String formula) {
        return place < formula.length() && formula.charAt(place) == '^';
    }

    private boolean isSign() {
        return tokens.group("sign") != null;
    }

    private String symbol() {
        if (tokens.group("number") != null) {
            return "<mn>" + tokens.group("number") + "</mn>";
        }
        if (tokens.group("star") != null) {
            return "<mrow><mi>n</mi><mo lspace=\"0\" rspace=\"0\">*</mo></mrow>";
        }
        if (isSign()) {
            String sign = tokens.group("sign");
            boolean isBracket = "(".equals(sign) || ")".equals(sign);
            return (isBracket ? "<mo stretchy=\"false\">" : "<mo>")
                    + ("-".equals(sign) ? "−" : "*".equals(sign) ? "·" : sign) + "</mo>";
        }
        String name = tokens.group("name");
        String letter = GREEK.getOrDefault(name, name);
        String symbol = letter.length() > 1 && !"log".equals(letter)
                ? "<mtext>" + Html.escaped(letter) + "</mtext>"
                : "<mi>" + Html.escaped(letter) + "</mi>";
        String index = tokens.group("index");
        return index.isEmpty() ? symbol : "<msub>" + symbol + "<mn>" + index + "</mn></msub>";
    }
}
