package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent, one method for each level of precedence. Written here because results enter the identity of runs, so
 * that the arithmetic must be bounded, deterministic and ours.
 */
final class Parser {
    static final int MAX_NESTING = 50;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not");

    private final Vocabulary vocabulary;
    private final Arithmetic arithmetic;
    private final List<Token> tokens;
    private final Set<Variable> variables = new LinkedHashSet<>();
    private int next;
    private int nesting;

    Parser(String source, Vocabulary vocabulary, Arithmetic arithmetic) {
        this.vocabulary = vocabulary;
        this.arithmetic = arithmetic;
        tokens = Lexer.tokens(source);
    }

    Numeric parseNumber() {
        Token start = peek();
        return number(whole(), start);
    }

    Truth parseTruth() {
        Token start = peek();
        return truth(whole(), start);
    }

    /** The text that parses to an equal term; the spaces that it adds count as if they had been written. */
    static String canonical(Term<?> term) {
        String text = term.toString();
        if (text.length() > Lexer.MAX_LENGTH) {
            throw new Fault(1, "longer than " + Lexer.MAX_LENGTH + " characters with spaces between its terms");
        }
        return text;
    }

    /** The variables read, in the order of their first appearance. */
    List<Variable> variables() {
        return List.copyOf(variables);
    }

    private Term<?> whole() {
        Term<?> term = disjunction();
        if (peek().type() != Token.Type.END) {
            throw new Fault(peek().column(), "unexpected " + peek());
        }
        return term;
    }

    private Term<?> disjunction() {
        Token start = peek();
        Term<?> left = conjunction();
        while (peek().is("or")) {
            advance();
            Token right = peek();
            left = new Truth.Or(truth(left, start), truth(conjunction(), right));
        }
        return left;
    }

    private Term<?> conjunction() {
        Token start = peek();
        Term<?> left = negation();
        while (peek().is("and")) {
            advance();
            Token right = peek();
            left = new Truth.And(truth(left, start), truth(negation(), right));
        }
        return left;
    }

    private Term<?> negation() {
        if (!peek().is("not")) {
            return comparison();
        }
        Token keyword = advance();
        Token start = peek();
        deeper(keyword);
        Truth operand = truth(negation(), start);
        nesting--;
        return new Truth.Not(operand);
    }

    private Term<?> comparison() {
        Token start = peek();
        Term<?> left = sum();
        Relation relation = relation(peek());
        if (relation == null) {
            return left;
        }
        Token symbol = advance();
        Token second = peek();
        Term<?> right = sum();
        if (relation(peek()) != null) {
            throw new Fault(peek().column(), "comparisons do not chain; join them with and");
        }
        if (left instanceof Text first && right instanceof Text other) {
            return match(relation, first, other, symbol.column());
        }
        return new Truth.Comparison(relation, number(left, start), number(right, second));
    }

    private Term<?> sum() {
        Token start = peek();
        Term<?> left = product();
        while (peek().is("+") || peek().is("-")) {
            left = operation(left, start, advance(), peek(), product());
        }
        return left;
    }

    private Term<?> product() {
        Token start = peek();
        Term<?> left = unary();
        while (peek().is("*") || peek().is("/")) {
            left = operation(left, start, advance(), peek(), unary());
        }
        return left;
    }

    private Term<?> unary() {
        if (!peek().is("-")) {
            return power();
        }
        Token minus = advance();
        Token start = peek();
        deeper(minus);
        Numeric operand = number(unary(), start);
        nesting--;
        return new Numeric.Negation(operand);
    }

    private Term<?> power() {
        Token start = peek();
        Term<?> base = atom();
        if (!peek().is("^")) {
            return base;
        }
        Token symbol = advance();
        deeper(symbol);
        Term<?> result = operation(base, start, symbol, peek(), unary());
        nesting--;
        return result;
    }

    private Term<?> atom() {
        Token token = advance();
        return switch (token.type()) {
            case NUMBER -> literal(token);
            case TEXT -> new Text.Literal(token.text());
            case NAME -> peek().is("(") ? call(token) : reading(token);
            case SYMBOL, END -> parentheses(token);
        };
    }

    private Term<?> parentheses(Token open) {
        if (!open.is("(")) {
            throw new Fault(open.column(), "expected a number, a " + vocabulary.noun() + " or ( but found " + open);
        }
        deeper(open);
        Term<?> inside = disjunction();
        expect(")");
        nesting--;
        return inside;
    }

    private Numeric call(Token name) {
        MathFunction function = function(name);
        Token open = advance();
        deeper(open);
        List<Numeric> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                Token start = peek();
                arguments.add(number(disjunction(), start));
            } while (accept(","));
        }
        expect(")");
        nesting--;
        if (!function.admits(arguments.size())) {
            throw new Fault(name.column(), function + " takes " + function.expectedArguments());
        }
        return new Numeric.Call(function, List.copyOf(arguments), name.column());
    }

    private MathFunction function(Token name) {
        List<MathFunction> functions = arithmetic.functions();
        for (MathFunction function : MathFunction.ALL) {
            if (name.is(function.name())) {
                if (!functions.contains(function)) {
                    throw new Fault(name.column(), function + " is for targets only");
                }
                return function;
            }
        }
        List<String> names = functions.stream().map(MathFunction::name).toList();
        throw new Fault(name.column(), "unknown function " + name + Suggestion.of(name.text(), names));
    }

    private Term<?> reading(Token name) {
        Variable variable = variable(name);
        variables.add(variable);
        if (variable instanceof Variable.OfNumber number) {
            return new Numeric.Reading(number);
        }
        if (variable instanceof Variable.OfWord word) {
            return new Text.Reading(word);
        }
        throw new Fault(name.column(), name + " is not a number");
    }

    private Variable variable(Token name) {
        if (KEYWORDS.contains(name.text())) {
            throw new Fault(name.column(), "unexpected " + name);
        }
        for (Variable variable : vocabulary.variables()) {
            if (name.is(variable.name())) {
                return variable;
            }
        }
        List<String> names = vocabulary.variables().stream().map(Variable::name).toList();
        String hint = vocabulary.expected().isEmpty()
                ? Suggestion.of(name.text(), names)
                : " (expected " + vocabulary.expected() + ")";
        throw new Fault(name.column(), "unknown " + vocabulary.noun() + " " + name + hint);
    }

    private static Truth match(Relation relation, Text left, Text right, int column) {
        if (!relation.isEquality()) {
            throw new Fault(column, "names compare with == and != only");
        }
        return new Truth.Match(relation, canonical(left, right, column), canonical(right, left, column));
    }

    /** A word as the variable on the other side writes it, so that equal values have equal texts. */
    private static Text canonical(Text side, Text other, int column) {
        if (side instanceof Text.Literal literal && other instanceof Text.Reading reading) {
            try {
                return new Text.Literal(reading.variable().words().canonical(literal.word()));
            } catch (IllegalArgumentException e) {
                throw new Fault(column, reading + " is never " + literal + " (" + e.getMessage() + ")");
            }
        }
        return side;
    }

    private Numeric literal(Token token) {
        try {
            BigDecimal number = Decimals.bounded(new BigDecimal(token.text(), Decimals.CONTEXT));
            return new Numeric.Literal(arithmetic.literal(number));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Fault(token.column(), token + " is too large");
        }
    }

    private static Term<?> operation(Term<?> left, Token leftStart, Token symbol, Token rightStart, Term<?> right) {
        for (Operator operator : Operator.values()) {
            if (symbol.is(operator.toString())) {
                return new Numeric.Operation(
                        operator, number(left, leftStart), number(right, rightStart), symbol.column());
            }
        }
        throw new Fault(symbol.column(), "unexpected " + symbol);
    }

    private static @Nullable Relation relation(Token token) {
        for (Relation relation : Relation.values()) {
            if (token.is(relation.toString())) {
                return relation;
            }
        }
        return null;
    }

    private static Numeric number(Term<?> term, Token start) {
        if (term instanceof Numeric number) {
            return number;
        }
        throw new Fault(
                start.column(),
                term instanceof Text
                        ? term + " is a name, not a number"
                        : "expected a number but found the condition " + term);
    }

    private static Truth truth(Term<?> term, Token start) {
        if (term instanceof Truth truth) {
            return truth;
        }
        throw new Fault(start.column(), "expected a condition, such as width > d, but found " + term);
    }

    private void deeper(Token at) {
        if (++nesting > MAX_NESTING) {
            throw new Fault(at.column(), "nested deeper than " + MAX_NESTING + " levels");
        }
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw new Fault(peek().column(), "expected " + symbol + " but found " + peek());
        }
    }

    private boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            next++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token advance() {
        Token token = tokens.get(next);
        if (token.type() != Token.Type.END) {
            next++;
        }
        return token;
    }
}
