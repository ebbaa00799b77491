package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;

/** A number that a claim can be about. One more is a record, and a line in {@link #all()}. */
public sealed interface Statistic
        permits AngleConcentration,
                Correlation,
                DistanceError,
                DistanceShare,
                Exponent,
                FailureRate,
                FinalDifference,
                FinalMean,
                GrowthRate,
                GrowthSlope,
                LawCoefficient,
                LawCoefficientOverTheory,
                RatioOfMedians,
                SuccessRate,
                TheoryOverRuns {

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
                new FailureRate(),
                new SuccessRate(),
                new LawCoefficient(),
                new LawCoefficientOverTheory(),
                new Exponent(),
                new TheoryOverRuns(),
                new RatioOfMedians(),
                new GrowthRate(),
                new GrowthSlope(),
                new FinalMean(),
                new FinalDifference(),
                new Correlation(),
                new AngleConcentration(),
                new DistanceError(),
                new DistanceShare());
    }

    /** The one of a name. */
    static Optional<Statistic> named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
