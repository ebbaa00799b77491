package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which fields cells differ that need not fill a grid, and which fields move together.
 *
 * @param varying in the order of the registry
 * @param values of each of them, by what is written: numbers in their order, others as they come
 * @param axes one for each of them; fields that a plan zips stay zipped if each place of the zip still tells the values of all
 */
record Directions(List<Field<?>> varying, Map<Field<?>, List<String>> values, List<Axis> axes) {

    static Directions of(List<CellText> cells, List<Sweep> plans) {
        Map<Field<?>, Map<String, Setting<?>>> found = new LinkedHashMap<>();
        for (Field<?> field : Fields.ALL) {
            Map<String, Setting<?>> values = values(cells, field);
            if (values.size() > 1) {
                found.put(field, values);
            }
        }
        Map<Field<?>, Axis> axes = new LinkedHashMap<>();
        for (Axis.Zip zip : zips(plans)) {
            List<Field<?>> together = zip.lines().stream()
                    .<Field<?>>map(Axis.Line::field)
                    .filter(found::containsKey)
                    .toList();
            List<CellText> places = distinct(cells, together);
            boolean isFree = together.stream().noneMatch(axes::containsKey);
            if (together.size() > 1 && isFree && isKept(zip, places.size(), found)) {
                Axis kept = new Axis.Zip(together.stream()
                        .<Axis.Line<?>>map(field -> line(
                                field,
                                places.stream()
                                        .<Setting<?>>map(place -> place.setting(field))
                                        .toList()))
                        .toList());
                together.forEach(field -> axes.put(field, kept));
            }
        }
        found.forEach((field, values) ->
                axes.computeIfAbsent(field, alone -> line(alone, List.copyOf(values.values()))));
        Map<Field<?>, List<String>> written = new LinkedHashMap<>();
        found.forEach((field, values) -> written.put(field, List.copyOf(values.keySet())));
        return new Directions(
                List.copyOf(found.keySet()),
                written,
                axes.values().stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(
                                axis -> Slots.of(axis.lines().get(0).field())))
                        .toList());
    }

    /** Where a cell comes among others: the place of each of its values. */
    int[] place(CellText cell) {
        return varying.stream()
                .mapToInt(field -> values.getOrDefault(field, List.of()).indexOf(cell.written(field)))
                .toArray();
    }

    private static Map<String, Setting<?>> values(List<CellText> cells, Field<?> field) {
        Map<String, Setting<?>> values = new LinkedHashMap<>();
        cells.forEach(cell -> values.putIfAbsent(cell.written(field), cell.setting(field)));
        List<Map.Entry<String, Setting<?>>> entries = new ArrayList<>(values.entrySet());
        entries.sort(Comparator.comparing(
                entry -> number(entry.getValue()), Comparator.nullsLast(Comparator.naturalOrder())));
        Map<String, Setting<?>> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static @Nullable BigDecimal number(Setting<?> setting) {
        return setting instanceof Setting.Constant<?> constant ? constant.number() : null;
    }

    private static List<Axis.Zip> zips(List<Sweep> plans) {
        return plans.stream()
                .flatMap(plan -> plan.axes().stream())
                .filter(Axis.Zip.class::isInstance)
                .map(Axis.Zip.class::cast)
                .toList();
    }

    /** The first cell of each combination of values. */
    private static List<CellText> distinct(List<CellText> cells, List<Field<?>> fields) {
        Map<List<String>, CellText> places = new LinkedHashMap<>();
        cells.forEach(
                cell -> places.putIfAbsent(fields.stream().map(cell::written).toList(), cell));
        return List.copyOf(places.values());
    }

    /** Whether the fields that name each place of a zip still do, now that there are so many places. */
    private static boolean isKept(Axis.Zip zip, int places, Map<Field<?>, Map<String, Setting<?>>> found) {
        Set<Field<?>> naming = zip.lines().stream()
                .filter(line ->
                        line.values().stream().map(Setting::written).distinct().count() == line.size())
                .<Field<?>>map(Axis.Line::field)
                .collect(Collectors.toSet());
        return !naming.isEmpty()
                && naming.stream()
                        .allMatch(field -> found.getOrDefault(field, Map.of()).size() == places);
    }

    /** The settings are of this field, which the compiler cannot know. */
    @SuppressWarnings("unchecked")
    private static <T> Axis.Line<T> line(Field<T> field, List<? extends Setting<?>> settings) {
        return new Axis.Line<>(
                field, settings.stream().map(setting -> (Setting<T>) setting).toList());
    }
}
