package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.MedianRatio;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;

/** How many times as many samples one cell takes as another. */
record RatioOfMedians() implements Statistic {
    @Override
    public String name() {
        return "median-ratio";
    }

    @Override
    public String meaning() {
        return "median n* of one cell over that of another";
    }

    @Override
    public String interval() {
        return "Student's t, of log-normal n* with censored runs";
    }

    @Override
    public List<Parameter> parameters() {
        return Pair.PARAMETERS;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return Pair.of(cells, asked, (of, to) -> {
            List<Crossing> numerator = of.measured();
            List<Crossing> denominator = to.measured();
            Optional<MedianRatio> ratio = MedianRatio.of(numerator, denominator);
            return ratio.isPresent()
                    ? Measurement.finite(
                            ratio.get().value(),
                            ratio.get().interval(),
                            (long) numerator.size() + denominator.size(),
                            Numerals.count(numerator.size(), "run") + " against " + Numerals.count(denominator.size()))
                    : new Unmeasured("too few runs learned to tell their spread");
        });
    }
}
