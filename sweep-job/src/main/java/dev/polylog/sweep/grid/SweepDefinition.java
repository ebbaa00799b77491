package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a sweep file says.
 *
 * @param settings of the fields that are on no axis; the others have their defaults
 * @param axes in any order; they are sorted by their first field in the registry
 * @param exclusions a cell is left out where one of them holds
 * @param replicates number of runs of a cell
 * @param claims what is said of its runs; they change no run
 */
public record SweepDefinition(
        String name,
        long seed,
        List<Setting<?>> settings,
        List<Axis> axes,
        List<Expression<Boolean>> exclusions,
        Expression<BigDecimal> replicates,
        List<Claim> claims) {
    public static final int MAX_CELLS = 10_000_000;
    public static final int MAX_RUNS = 10_000_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SweepDefinition {
        if (!isName(name)) {
            throw new IllegalArgumentException("Invalid name: " + name + " (expected 1 to 64 of A-Z a-z 0-9 . _ -)");
        }
        settings = sorted(settings);
        axes = axes.stream()
                .sorted(Comparator.comparingInt(
                        axis -> Slots.of(axis.lines().get(0).field())))
                .toList();
        exclusions = List.copyOf(exclusions);
        claims = List.copyOf(claims);
        checkDistinct(settings, axes);
        checkCells(axes);
    }

    /** One of which nothing is claimed. */
    public SweepDefinition(
            String name,
            long seed,
            List<Setting<?>> settings,
            List<Axis> axes,
            List<Expression<Boolean>> exclusions,
            Expression<BigDecimal> replicates) {
        this(name, seed, settings, axes, exclusions, replicates, List.of());
    }

    /** Whether a sweep, and therefore a folder, can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    private static List<Setting<?>> sorted(List<Setting<?>> settings) {
        return settings.stream()
                .sorted(Comparator.comparingInt(setting -> Slots.of(setting.field())))
                .toList();
    }

    private static void checkDistinct(List<Setting<?>> settings, List<Axis> axes) {
        Set<String> seen = new HashSet<>();
        settings.forEach(setting -> checkNew(seen, setting.field().name()));
        axes.forEach(
                axis -> axis.lines().forEach(line -> checkNew(seen, line.field().name())));
    }

    private static void checkNew(Set<String> seen, String field) {
        if (!seen.add(field)) {
            throw new IllegalArgumentException("Invalid " + field + ": set twice (expected in one place)");
        }
    }

    private static void checkCells(List<Axis> axes) {
        BigInteger cells =
                axes.stream().map(axis -> BigInteger.valueOf(axis.size())).reduce(BigInteger.ONE, BigInteger::multiply);
        if (cells.compareTo(BigInteger.valueOf(MAX_CELLS)) > 0) {
            String sizes = axes.stream().map(Axis::toString).collect(Collectors.joining(" x "));
            throw new IllegalArgumentException(
                    "Invalid grid: " + sizes + " = " + cells + " cells (expected at most " + MAX_CELLS + ")");
        }
    }
}
