package dev.polylog.sweep.claim;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.trainer.expression.Expression;
import java.util.List;
import java.util.function.BiFunction;

/** Two cells that are compared. */
final class Pair {
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.cells("of", "condition that chooses the one cell"),
            Parameter.cells("to", "condition that chooses the one that it is compared to"));

    private Pair() {}

    static Reading of(ClaimedCells cells, Measure asked, BiFunction<ClaimedCells, ClaimedCells, Reading> comparison) {
        ClaimedCells of = chosen(cells, asked, "of");
        ClaimedCells to = chosen(cells, asked, "to");
        if (of.size() != 1 || to.size() != 1) {
            return new Unmeasured("of chooses " + Numerals.count(of.size(), "cell") + " and to "
                    + Numerals.count(to.size()) + ", and it takes one each (where can choose)");
        }
        return comparison.apply(of, to);
    }

    private static ClaimedCells chosen(ClaimedCells cells, Measure asked, String parameter) {
        Expression<Boolean> condition = asked.cells(parameter).orElseThrow();
        return cells.where(condition);
    }
}
