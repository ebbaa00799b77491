package dev.polylog.sweep.study;

import dev.polylog.sweep.claim.ClaimedCell;
import dev.polylog.sweep.claim.ClaimedCells;
import dev.polylog.sweep.claim.Foresight;
import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.Remembered;
import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Numbering;
import dev.polylog.sweep.grid.Part;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.ResultTable;
import dev.polylog.sweep.store.Schema;
import dev.polylog.sweep.theory.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The claims of a grid's plans, judged by what the plans themselves count as learned, whatever a report is asked for. */
public final class Claims {
    /** Of the table of them. */
    public static final Schema<Ruling> SCHEMA = ClaimRow.SCHEMA;

    private Claims() {}

    /** All of them, in the order of stores and files. */
    public static List<Ruling> of(Grid grid, Evidence evidence) {
        StudyDesign design = new StudyDesign(grid, ScalingAxis.of(grid, StudyOptions.USUAL));
        return of(design, new Remembered(evidence), Optional.empty());
    }

    /** As a table of results. */
    public static ResultTable<Ruling> table(List<Ruling> rulings) {
        return new ResultTable<>(SCHEMA, rulings);
    }

    /** Such as {@code Claims: 2 hold, 1 fails, 1 is undecided.} */
    public static String headline(List<Ruling> rulings) {
        return ClaimChapter.headline(rulings);
    }

    /** @param answer what is known of theory already */
    static List<Ruling> of(StudyDesign design, Evidence evidence, Optional<ScalingAnswer> answer) {
        List<Part> parts = design.grid().parts();
        if (parts.stream().allMatch(part -> part.plan().claims().isEmpty())) {
            return List.of();
        }
        Criterion criterion = Criteria.of(design, StudyOptions.USUAL).get(0);
        Foresight foresight = answer.filter(known -> known.criterion().equals(criterion)
                        && !known.expectations().byCell().isEmpty())
                .<Foresight>map(known -> known.expectations()::of)
                .orElseGet(() -> new Theory(design, criterion));
        List<Ruling> rulings = new ArrayList<>();
        byStore(parts)
                .forEach((store, ofStore) -> claims(ofStore)
                        .forEach((claim, plans) -> rulings.add(Ruling.of(
                                design.grid().stores().get(store),
                                claim,
                                new ClaimedCells(cells(claim, plans), evidence, criterion, foresight)))));
        return rulings;
    }

    private static Map<Integer, List<Part>> byStore(List<Part> parts) {
        Map<Integer, List<Part>> byStore = new TreeMap<>();
        parts.forEach(part -> byStore.computeIfAbsent(part.store(), store -> new ArrayList<>())
                .add(part));
        return byStore;
    }

    /** Plans that claim the same are about one claim. */
    private static Map<Claim, List<Part>> claims(List<Part> parts) {
        Map<Claim, List<Part>> claims = new LinkedHashMap<>();
        parts.forEach(part -> part.plan()
                .claims()
                .forEach(claim -> claims.computeIfAbsent(claim, first -> new ArrayList<>())
                        .add(part)));
        return claims;
    }

    private static List<ClaimedCell> cells(Claim claim, List<Part> parts) {
        Map<Integer, ClaimedCell> cells = new TreeMap<>();
        for (Part part : parts) {
            Sweep plan = part.plan();
            for (int cell = 0; cell < plan.cells(); cell++) {
                int number = part.cells().of(cell);
                if (number != Numbering.NONE && plan.replicates(cell) > 0 && isChosen(claim, plan, cell)) {
                    cells.putIfAbsent(number, new ClaimedCell(number, plan, cell));
                }
            }
        }
        return List.copyOf(cells.values());
    }

    private static boolean isChosen(Claim claim, Sweep plan, int cell) {
        return claim.where().map(condition -> plan.holds(condition, cell)).orElse(true);
    }

    /** Expectations that are worked out when they are first asked for. */
    private static final class Theory implements Foresight {
        private final StudyDesign design;
        private final Criterion criterion;
        private @Nullable Expectations told;

        Theory(StudyDesign design, Criterion criterion) {
            this.design = design;
            this.criterion = criterion;
        }

        @Override
        public Optional<Expectation> of(int cell) {
            Expectations known = told;
            if (known == null) {
                known = Expectations.of(design, criterion, StudyOptions.USUAL);
                told = known;
            }
            return known.of(cell);
        }
    }
}
