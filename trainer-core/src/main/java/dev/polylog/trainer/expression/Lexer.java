package dev.polylog.trainer.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression into tokens. */
final class Lexer {
    static final int MAX_LENGTH = 1000;

    private static final Pattern TOKEN = Pattern.compile("(?<number>[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*+)"
            + "|'(?<text>[^']*+)'"
            + "|(?<symbol><=|>=|==|!=|[-+*/^<>(),])");

    private Lexer() {}

    static List<Token> tokens(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new Fault(MAX_LENGTH + 1, "longer than " + MAX_LENGTH + " characters");
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
                continue;
            }
            if (!matcher.region(at, source.length()).lookingAt()) {
                throw new Fault(at + 1, "unexpected " + unexpected(source, at));
            }
            tokens.add(token(matcher, at + 1));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Type.END, "", source.length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher, int column) {
        if (matcher.group("number") != null) {
            return new Token(Token.Type.NUMBER, matcher.group("number"), column);
        }
        if (matcher.group("name") != null) {
            return new Token(Token.Type.NAME, matcher.group("name"), column);
        }
        return matcher.group("text") != null
                ? new Token(Token.Type.TEXT, matcher.group("text"), column)
                : new Token(Token.Type.SYMBOL, matcher.group("symbol"), column);
    }

    private static String unexpected(String source, int at) {
        return switch (source.charAt(at)) {
            case '=' -> "= (equality is ==)";
            case '\'' -> "quote without its pair";
            case '&' -> "& (conjunction is and)";
            case '|' -> "| (disjunction is or)";
            case '!' -> "! (negation is not)";
            default ->
                new StringBuilder().appendCodePoint(source.codePointAt(at)).toString();
        };
    }
}
