package dev.polylog.trainer.run;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a specification.
 *
 * @param name as sweep files write it, in kebab case
 * @param kind its type and range
 * @param fallback its default; null means that the field is optional and absent by default
 * @param scope which identity it enters
 * @param naming how it enters it
 * @param meaning one line for the documentation
 * @param relevance with which values of another field it has an effect
 * @param reader reads it from a specification; null when absent
 */
public record Field<T>(
        String name,
        Kind<T> kind,
        @Nullable T fallback,
        Scope scope,
        Naming naming,
        String meaning,
        Relevance relevance,
        Function<RunSpec, @Nullable T> reader) {

    /** What a field has an influence on. */
    public enum Scope {
        /** The weights: part of {@code stream_id}. */
        DYNAMICS,
        /** Only when the run ends and what is recorded: part of {@code run_id}. */
        OBSERVATION
    }

    /** How a field enters the identity of a run. */
    public enum Naming {
        /** With every value. */
        ALWAYS,
        /** Unless it has its default: a field that came later must not rename the runs that were there before it. */
        UNLESS_DEFAULT
    }

    /**
     * When a field has an effect.
     *
     * @param field the field that decides, or null if it always has one
     * @param names the names of its values with which it has
     * @param idle what may be said beside the default where it has none, because it asks for nothing
     */
    public record Relevance(@Nullable Field<?> field, List<String> names, List<String> idle) {
        static final Relevance ALWAYS = new Relevance(null, List.of(), List.of());

        /** Whether it has an effect with these settings. */
        boolean holds(Settings settings) {
            return field == null || names.contains(Canonical.text(settings.find(field)));
        }

        /** Such as {@code optimizer = adam}; {@code always}. */
        @Override
        public String toString() {
            return field == null ? "always" : field + " = " + String.join(", ", names);
        }
    }

    /** The same field, of no effect unless another has one of some values. */
    Field<T> when(Field<?> other, Object... values) {
        List<String> names = Stream.of(values).map(Canonical::text).toList();
        return with(new Relevance(other, names, List.of()));
    }

    /** The same field, with a value that asks for no more than the default. */
    Field<T> idle(T value) {
        return with(new Relevance(relevance.field(), relevance.names(), List.of(Canonical.text(value))));
    }

    private Field<T> with(Relevance changed) {
        return new Field<>(name, kind, fallback, scope, naming, meaning, changed, reader);
    }

    /** Refuses a value other than the default where it would have no effect. */
    void checkRelevance(Settings settings) {
        Field<?> decisive = relevance.field();
        T value = settings.find(this);
        if (decisive != null
                && !relevance.holds(settings)
                && !Canonical.text(value).equals(Canonical.text(fallback))
                && !relevance.idle().contains(Canonical.text(value))) {
            throw new IllegalArgumentException("Invalid " + name + ": " + Canonical.text(value) + " (of no effect with "
                    + decisive + " = " + Canonical.text(settings.find(decisive)) + "; expected only with " + relevance
                    + ")");
        }
    }

    /** The name of the field in expressions and tables, in snake case. */
    public String column() {
        return name.replace('-', '_');
    }

    /** Whether a specification may leave it without a value. */
    public boolean isOptional() {
        return fallback == null;
    }

    /** Whether its values are numbers. */
    public boolean isNumeric() {
        return kind.form().isNumber();
    }

    /** The admitted values in words. */
    public String expected() {
        return isOptional() ? kind.expected() + ", or none" : kind.expected();
    }

    public @Nullable T of(RunSpec spec) {
        return reader.apply(spec);
    }

    /** Whether the identity of a run with this value names the field. */
    boolean isNamed(@Nullable Object value) {
        return naming == Naming.ALWAYS || !Canonical.text(value).equals(Canonical.text(fallback));
    }

    /** By name: the registry holds one field of each, and maps of fields are on the path of every cell of a grid. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Field<?> that && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
