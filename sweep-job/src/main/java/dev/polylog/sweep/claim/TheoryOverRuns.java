package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.MedianError;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;

/** How far the medians of theory are from those of runs. */
record TheoryOverRuns() implements Statistic {
    @Override
    public String name() {
        return "theory-error";
    }

    @Override
    public String meaning() {
        return "median over the cells along d of theory's median n* over that of the runs, less 1";
    }

    @Override
    public String interval() {
        return "percentile bootstrap over the runs of each cell, with the error of theory's starts added";
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        Optional<String> obstacle = cells.obstacleToLaws().filter(reason -> cells.size() > 1);
        if (obstacle.isPresent()) {
            return new Unmeasured(obstacle.get());
        }
        List<Cell> along = cells.alongD();
        Optional<MedianError> error = MedianError.of(along, cells.expected());
        return error.isPresent()
                ? Measurement.finite(
                        error.get().value(),
                        error.get().interval(),
                        FittedLaws.runs(along),
                        Numerals.count(error.get().cells(), "cell"))
                : new Unmeasured("no cell has a median by theory and one by at least six runs");
    }
}
