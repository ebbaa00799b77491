package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields are computed from which. */
public final class Dependencies {
    private final Map<Field<?>, Set<Field<?>>> reads = new LinkedHashMap<>();
    private final Set<Field<?>> done = new HashSet<>();
    private final Deque<Field<?>> path = new ArrayDeque<>();

    private Dependencies(Collection<? extends Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            if (setting instanceof Setting.Formula<?> formula) {
                reads.computeIfAbsent(setting.field(), field -> new LinkedHashSet<>())
                        .addAll(formula.reads());
            }
        }
    }

    /** The fields of a cycle in the order in which they read each other, or nothing. */
    public static List<Field<?>> cycle(Collection<? extends Setting<?>> settings) {
        Dependencies dependencies = new Dependencies(settings);
        for (Field<?> field : dependencies.reads.keySet()) {
            List<Field<?>> cycle = dependencies.cycleFrom(field);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    /** {@code width -> d -> width}. */
    public static String text(List<Field<?>> cycle) {
        return cycle.stream().map(Field::name).collect(Collectors.joining(" -> ")) + " -> " + cycle.get(0);
    }

    private List<Field<?>> cycleFrom(Field<?> field) {
        if (path.contains(field)) {
            return path.stream().dropWhile(step -> !step.equals(field)).collect(Collectors.toList());
        }
        if (!done.contains(field)) {
            path.addLast(field);
            for (Field<?> read : reads.getOrDefault(field, Set.of())) {
                List<Field<?>> cycle = cycleFrom(read);
                if (!cycle.isEmpty()) {
                    return cycle;
                }
            }
            path.removeLast();
            done.add(field);
        }
        return List.of();
    }
}
