package dev.polylog.trainer.run;

import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Observation;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.task.TargetFunction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The type of a field and the values it admits. It reads and writes them itself, so that nobody else asks which it is. */
public sealed interface Kind<T> {

    /** The admitted values in words, such as {@code a whole number from 1 to 100}. */
    String expected();

    /** Whether the value is admitted. */
    boolean admits(T value);

    /** How expressions and tables see the values. */
    Form form();

    /** The value that a literal means; throws {@link InvalidValueException}. */
    T read(Literal literal);

    /** The literal of a value, which reads back as an equal one. */
    Literal write(T value);

    /** Words that stand for values among numbers. */
    default List<String> words() {
        return List.of();
    }

    /** The value as a number; null if it is none. */
    default @Nullable Number number(T value) {
        return value instanceof Number number ? number : null;
    }

    /** What a value is to expressions and tables. */
    enum Form {
        /** A whole number of 64 bits. */
        WHOLE,
        /** A number of double precision. */
        REAL,
        /** A word that compares with others for equality. */
        WORD,
        /** Something that has parts. */
        STRUCTURE;

        public boolean isNumber() {
            return this == WHOLE || this == REAL;
        }
    }

    /** A whole number from {@code min} to {@code max}. */
    record Whole(long min, long max) implements Kind<Long> {
        @Override
        public String expected() {
            return max == Long.MAX_VALUE || max == Integer.MAX_VALUE
                    ? "a whole number of at least " + min
                    : "a whole number from " + min + " to " + max;
        }

        @Override
        public boolean admits(Long value) {
            return value >= min && value <= max;
        }

        @Override
        public Form form() {
            return Form.WHOLE;
        }

        @Override
        public Long read(Literal literal) {
            if (literal instanceof Literal.OfNumber written
                    && written.number().compareTo(BigDecimal.valueOf(max)) > 0) {
                throw InvalidValueException.because("expected at most " + max);
            }
            return whole(literal).filter(this::admits).orElseThrow(InvalidValueException::unexpected);
        }

        @Override
        public Literal write(Long value) {
            return Literal.OfNumber.of(value);
        }
    }

    /** A number of neurons, or infinitely many. */
    record Neurons() implements Kind<Width> {
        private static final Whole COUNT = new Whole(1, Integer.MAX_VALUE);

        @Override
        public String expected() {
            return COUNT.expected() + ", or " + Width.INFINITE;
        }

        @Override
        public boolean admits(Width value) {
            return true;
        }

        @Override
        public Form form() {
            return Form.WHOLE;
        }

        @Override
        public List<String> words() {
            return List.of(Width.INFINITE.toString());
        }

        @Override
        public @Nullable Number number(Width value) {
            return value.isInfinite() ? null : (long) value.neurons().orElseThrow();
        }

        @Override
        public Width read(Literal literal) {
            return named(List.of(Width.INFINITE), literal)
                    .orElseGet(() -> Width.of(Math.toIntExact(COUNT.read(literal))));
        }

        @Override
        public Literal write(Width value) {
            return value.isInfinite()
                    ? new Literal.OfText(value.toString())
                    : Literal.OfNumber.of(value.neurons().orElseThrow());
        }
    }

    /** A finite number from {@code min} to {@code max}. */
    record Real(double min, double max) implements Kind<Double> {
        /** What numbers there are, in words. */
        public static final String SIZES = "a number that double precision can hold: 0, or one of " + Double.MIN_VALUE
                + " to " + Double.MAX_VALUE + " in size";

        @Override
        public String expected() {
            if (min == Double.MIN_VALUE) {
                return "a number greater than 0";
            }
            if (min == -Double.MAX_VALUE && max == Double.MAX_VALUE) {
                return "a number";
            }
            return max == Double.MAX_VALUE
                    ? "a number of at least " + Canonical.text(min)
                    : "a number from " + Canonical.text(min) + " to " + Canonical.text(max);
        }

        @Override
        public boolean admits(Double value) {
            return value >= min && value <= max;
        }

        @Override
        public Form form() {
            return Form.REAL;
        }

        @Override
        public Double read(Literal literal) {
            if (literal instanceof Literal.OfNumber written) {
                double value = written.number().doubleValue();
                if (Double.isInfinite(value) || (value == 0 && written.number().signum() != 0)) {
                    throw InvalidValueException.because(
                            "expected a number that double precision can hold: 0, or one of " + Double.MIN_VALUE
                                    + " to " + Double.MAX_VALUE + " in size");
                }
                if (admits(value)) {
                    return value == 0 ? 0.0 : value;
                }
            }
            throw InvalidValueException.unexpected();
        }

        @Override
        public Literal write(Double value) {
            return new Literal.OfNumber(new BigDecimal(Canonical.text(value.doubleValue())));
        }
    }

    /** One of a few values, named by their {@code toString}. */
    record Choice<T>(List<T> values) implements Kind<T> {
        @Override
        public String expected() {
            return String.join(", ", names(values));
        }

        @Override
        public boolean admits(T value) {
            return values.contains(value);
        }

        @Override
        public Form form() {
            return Form.WORD;
        }

        @Override
        public T read(Literal literal) {
            return named(values, literal).orElseThrow(() -> misspelt(names(values), literal));
        }

        @Override
        public Literal write(T value) {
            return new Literal.OfText(value.toString());
        }
    }

    /** A hidden function: one of those that have a name, or a formula. */
    record Target() implements Kind<TargetFunction> {
        private static final Pattern NAME = Pattern.compile("(?!.*x[0-9])[A-Za-z][A-Za-z0-9_-]*+");

        @Override
        public String expected() {
            return String.join(", ", names(TargetFunction.all())) + ", or a formula of x1 to x"
                    + TargetFunction.Formula.MOST_COORDINATES;
        }

        @Override
        public boolean admits(TargetFunction value) {
            return true;
        }

        @Override
        public Form form() {
            return Form.WORD;
        }

        @Override
        public TargetFunction read(Literal literal) {
            return named(TargetFunction.all(), literal).orElseGet(() -> formula(literal));
        }

        private static TargetFunction formula(Literal literal) {
            List<String> names = names(TargetFunction.all());
            if (!(literal instanceof Literal.OfText written)) {
                throw InvalidValueException.unexpected();
            }
            try {
                return TargetFunction.Formula.parse(written.text());
            } catch (ExpressionException e) {
                throw NAME.matcher(written.text()).matches()
                        ? misspelt(names, literal)
                        : InvalidValueException.because(e.reason());
            }
        }

        @Override
        public Literal write(TargetFunction value) {
            return new Literal.OfText(value.toString());
        }
    }

    /** A list of steps. */
    record Steps() implements Kind<List<Long>> {
        private static final int MOST = 10_000;

        /** Stands for the last step of a run, whichever that is. */
        static final String LAST = "last";

        @Override
        public String expected() {
            return "a list of steps, such as [0, 1000, " + LAST + "]";
        }

        @Override
        public boolean admits(List<Long> value) {
            return value.stream().allMatch(step -> step >= 0);
        }

        @Override
        public Form form() {
            return Form.STRUCTURE;
        }

        @Override
        public List<Long> read(Literal literal) {
            if (!(literal instanceof Literal.OfList list) || list.elements().size() > MOST) {
                throw InvalidValueException.unexpected();
            }
            List<Long> steps = new ArrayList<>();
            for (Literal element : list.elements()) {
                steps.add(step(element));
            }
            return steps.stream().distinct().sorted().toList();
        }

        private static long step(Literal literal) {
            return literal instanceof Literal.OfText text && text.text().equals(LAST)
                    ? Observation.LAST
                    : whole(literal).filter(step -> step >= 0).orElseThrow(InvalidValueException::unexpected);
        }

        @Override
        public Literal write(List<Long> value) {
            return new Literal.OfList(value.stream()
                    .<Literal>map(
                            step -> step == Observation.LAST ? new Literal.OfText(LAST) : Literal.OfNumber.of(step))
                    .toList());
        }
    }

    /** A schedule of checkpoints. */
    record Checkpoints() implements Kind<Schedule> {
        private static final String POINTS = "points";
        private static final String SPACING = "spacing";

        @Override
        public String expected() {
            return "a whole number of at least 1, or { points = 60, spacing = log } with 2 to "
                    + Schedule.Points.MAX_POINTS + " points and spacing log or linear";
        }

        @Override
        public boolean admits(Schedule value) {
            return true;
        }

        @Override
        public Form form() {
            return Form.STRUCTURE;
        }

        @Override
        public Schedule read(Literal literal) {
            if (literal instanceof Literal.OfMap map) {
                return points(map.values());
            }
            return whole(literal)
                    .filter(interval -> interval >= 1)
                    .map(Schedule.Every::new)
                    .orElseThrow(InvalidValueException::unexpected);
        }

        private static Schedule points(Map<String, Literal> values) {
            Literal points = values.get(POINTS);
            Literal spacing = values.getOrDefault(SPACING, new Literal.OfText(Schedule.Spacing.LINEAR.toString()));
            if (points == null || !Set.of(POINTS, SPACING).containsAll(values.keySet())) {
                throw InvalidValueException.unexpected();
            }
            Schedule.Spacing known =
                    named(List.of(Schedule.Spacing.values()), spacing).orElseThrow(InvalidValueException::unexpected);
            return whole(points)
                    .filter(count -> count >= 2 && count <= Schedule.Points.MAX_POINTS)
                    .map(count -> new Schedule.Points(Math.toIntExact(count), known))
                    .orElseThrow(InvalidValueException::unexpected);
        }

        @Override
        public Literal write(Schedule value) {
            if (value instanceof Schedule.Points points) {
                return new Literal.OfMap(Map.of(
                        POINTS,
                        Literal.OfNumber.of(points.points()),
                        SPACING,
                        new Literal.OfText(points.spacing().toString())));
            }
            return Literal.OfNumber.of(((Schedule.Every) value).interval());
        }
    }

    private static Optional<Long> whole(Literal literal) {
        return literal instanceof Literal.OfNumber written && Decimals.isLong(written.number())
                ? Optional.of(written.number().longValue())
                : Optional.empty();
    }

    private static <T> Optional<T> named(List<T> values, Literal literal) {
        return literal instanceof Literal.OfText written
                ? values.stream()
                        .filter(value -> value.toString().equals(written.text()))
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> names(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static InvalidValueException misspelt(List<String> names, Literal literal) {
        return literal instanceof Literal.OfText written
                ? Suggestion.nearest(written.text(), names)
                        .map(InvalidValueException::misspelt)
                        .orElseGet(InvalidValueException::unexpected)
                : InvalidValueException.unexpected();
    }
}
