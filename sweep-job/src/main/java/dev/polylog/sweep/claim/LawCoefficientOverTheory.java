package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.sweep.theory.GrowthTheory;
import java.util.List;
import java.util.OptionalDouble;

/** The measured c1 over the one that theory has. */
record LawCoefficientOverTheory() implements Statistic {
    private static final String RECURSION = "recursion";
    private static final String GROWTH = "growth";

    @Override
    public String name() {
        return "law-coefficient-over-theory";
    }

    @Override
    public String meaning() {
        return "c1 of n* = d (c0 + c1 log d) over that of theory on the same d";
    }

    @Override
    public String interval() {
        return "that of c1, widened by the error that theory's starts leave (to first order)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.word(
                "theory",
                List.of(RECURSION, GROWTH),
                "recursion, with the noise of batches, or growth of the signal alone; recursion if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        boolean isGrowth = asked.word("theory").filter(GROWTH::equals).isPresent();
        return FittedLaws.parameter(
                cells,
                Additive.LOG,
                "c1",
                (measured, along) ->
                        isGrowth ? overGrowth(cells, measured, along) : overRecursion(cells, measured, along));
    }

    private static Reading overGrowth(ClaimedCells cells, Estimate measured, List<Cell> along) {
        OptionalDouble c1 = GrowthTheory.predictedC1(cells.specs());
        return c1.isPresent()
                ? over(measured, c1.getAsDouble(), 0, along)
                : new Unmeasured("theory does not say how the signal of such runs grows");
    }

    private static Reading overRecursion(ClaimedCells cells, Estimate measured, List<Cell> along) {
        ExpectedMedians expected =
                cells.expected().only(along.stream().map(Cell::x).toList());
        if (expected.samples().size() < along.size()) {
            return new Unmeasured("theory has no median at "
                    + Numerals.count(along.size() - (long) expected.samples().size()) + " of its d");
        }
        ExpectedMedians.Curve curve = expected.curve(0);
        return over(measured, curve.c1(), curve.error(), along);
    }

    private static Reading over(Estimate measured, double c1, double error, List<Cell> along) {
        if (!(c1 > 0)) {
            return new Unmeasured("theory has no slope in log d here that is above 0");
        }
        double ratio = measured.value() / c1;
        double open = Normal.twoSided(Confidence.USUAL) * error * ratio / c1;
        double below = StrictMath.hypot(ratio - measured.interval().lower() / c1, open);
        double above = StrictMath.hypot(measured.interval().upper() / c1 - ratio, open);
        return new Measurement(
                ratio,
                new Interval(ratio - below, ratio + above),
                FittedLaws.runs(along),
                "measured " + Numerals.significant(measured.value()) + ", theory " + Numerals.significant(c1));
    }
}
