package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;

/** A number that a claim can be about. One more is a record, and a line in {@link #all()}. */
public sealed interface Statistic
        permits AngleConcentration,
                AttemptRate,
                Correlation,
                DistanceError,
                DistanceShare,
                Exponent,
                FinalDifference,
                FinalMean,
                GrowthRate,
                GrowthSlope,
                LawCoefficient,
                LawCoefficientOverTheory,
                MarginGrowth,
                PhaseSlope,
                RatioOfMedians,
                SameLaw,
                StuckAngle,
                StuckAtMinimum,
                TheoryOverRuns,
                ValueWhen {

    /** In a sweep file. */
    String name();

    /** What it is, one line for the documents. */
    String meaning();

    /** How its 95 % interval comes about, one line for the documents. */
    String interval();

    /** What it has to be told. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** What is wrong with arguments that are valid one by one; empty if nothing is. */
    default Optional<String> objection(Measure asked) {
        return Optional.empty();
    }

    /**
     * The number of these cells.
     *
     * @param cells at least one
     * @param asked with arguments for the parameters
     */
    Reading of(ClaimedCells cells, Measure asked);

    /** All there are. */
    static List<Statistic> all() {
        return List.of(
                new AttemptRate(AttemptRate.Ending.FAILURE),
                new AttemptRate(AttemptRate.Ending.SUCCESS),
                new LawCoefficient(),
                new LawCoefficientOverTheory(),
                new Exponent(),
                new TheoryOverRuns(),
                new RatioOfMedians(),
                new PhaseSlope(),
                new GrowthRate(),
                new GrowthSlope(),
                new MarginGrowth(),
                new FinalMean(),
                new FinalDifference(),
                new ValueWhen(),
                new SameLaw(),
                new Correlation(),
                new AngleConcentration(),
                new DistanceError(),
                new DistanceShare(),
                new StuckAngle(),
                new StuckAtMinimum());
    }

    /** The one of a name. */
    static Optional<Statistic> named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
