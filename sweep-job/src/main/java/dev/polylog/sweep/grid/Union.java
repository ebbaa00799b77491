package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells of several plans, and of several stores. Two cells of a store with the same values of all fields are one, however
 * they are written and whatever the seed; it is written as the first of them. Cells of different stores are different.
 */
public final class Union implements Grid {
    private final List<Source> sources;
    private final List<String> stores;
    private final List<List<Place>> cells;
    private final Directions directions;

    /**
     * A plan of a store.
     *
     * @param store its name; the same for all, if stores are not to be told apart
     * @param runs how many runs of a cell of the plan count; a cell without any is left out
     */
    public record Source(String store, Sweep plan, IntUnaryOperator runs) {}

    /** A cell of a plan. */
    private record Place(Source source, int cell, int runs) {
        Sweep plan() {
            return source.plan();
        }

        /** By what cells of a store are the same. */
        List<String> values() {
            RunSpec unseeded = RunSpec.of(plan().settings(cell), 0, 0);
            return List.of(source.store(), RunIdentity.of(unseeded).runId());
        }
    }

    private Union(List<Source> sources, List<List<Place>> found) {
        this.sources = List.copyOf(sources);
        stores = sources.stream().map(Source::store).distinct().toList();
        directions = Directions.of(
                found.stream().map(Union::written).toList(),
                sources.stream().map(Source::plan).toList());
        Comparator<List<Place>> byStore = Comparator.comparingInt(
                places -> stores.indexOf(places.get(0).source().store()));
        cells = found.stream()
                .sorted(byStore.thenComparing(places -> directions.place(written(places)), Arrays::compare))
                .toList();
    }

    /** The cells of these plans that have runs. */
    public static Union of(List<Source> sources) {
        Map<List<String>, List<Place>> cells = new LinkedHashMap<>();
        for (Source source : sources) {
            IntStream.range(0, source.plan().cells())
                    .parallel()
                    .mapToObj(cell -> new Place(source, cell, source.runs().applyAsInt(cell)))
                    .filter(place -> place.runs() > 0)
                    .map(place -> Map.entry(place.values(), place))
                    .toList()
                    .forEach(entry -> cells.computeIfAbsent(entry.getKey(), values -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return new Union(sources, List.copyOf(cells.values()));
    }

    private static CellText written(List<Place> places) {
        Place first = places.get(0);
        return field -> first.plan().setting(first.cell(), field);
    }

    private Place first(int cell) {
        return cells.get(cell).get(0);
    }

    @Override
    public int cells() {
        return cells.size();
    }

    /** Plans with the same seed name the same runs, the first ones of a cell; others have runs of their own. */
    @Override
    public int replicates(int cell) {
        Map<Long, Integer> bySeed = new HashMap<>();
        cells.get(cell).forEach(place -> bySeed.merge(place.plan().seed(), place.runs(), Math::max));
        return bySeed.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Stream<RunSpec> runs(int cell) {
        Map<Long, Place> widest = new LinkedHashMap<>();
        cells.get(cell)
                .forEach(place -> widest.merge(place.plan().seed(), place, (a, b) -> planned(a) >= planned(b) ? a : b));
        return widest.values().stream().flatMap(place -> place.plan().runs(place.cell()));
    }

    private static int planned(Place place) {
        return place.plan().replicates(place.cell());
    }

    @Override
    public RunSpec spec(int cell) {
        return first(cell).plan().spec(first(cell).cell());
    }

    @Override
    public Settings settings(int cell) {
        return first(cell).plan().settings(first(cell).cell());
    }

    @Override
    public Setting<?> setting(int cell, Field<?> field) {
        return first(cell).plan().setting(first(cell).cell(), field);
    }

    @Override
    public String store(int cell) {
        return first(cell).source().store();
    }

    @Override
    public List<String> stores() {
        return stores;
    }

    @Override
    public List<String> varying() {
        return directions.varying().stream().map(Field::column).toList();
    }

    @Override
    public List<String> labels(int cell) {
        Settings settings = settings(cell);
        return directions.varying().stream()
                .map(field -> Canonical.text(settings.find(field)))
                .toList();
    }

    @Override
    public List<Axis> axes() {
        return directions.axes();
    }

    @Override
    public List<Setting<?>> common() {
        return cells.isEmpty()
                ? List.of()
                : Fields.ALL.stream()
                        .filter(field -> !directions.varying().contains(field))
                        .<Setting<?>>map(field -> setting(0, field))
                        .toList();
    }

    @Override
    public List<Part> parts() {
        IdentityHashMap<Source, int[]> numbers = new IdentityHashMap<>();
        for (Source source : sources) {
            int[] none = new int[source.plan().cells()];
            Arrays.fill(none, Numbering.NONE);
            numbers.put(source, none);
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Place place : cells.get(cell)) {
                numbers.getOrDefault(place.source(), new int[0])[place.cell()] = cell;
            }
        }
        return sources.stream()
                .map(source -> new Part(
                        stores.indexOf(source.store()),
                        source.plan(),
                        Numbering.of(numbers.getOrDefault(source, new int[0]))))
                .toList();
    }
}
