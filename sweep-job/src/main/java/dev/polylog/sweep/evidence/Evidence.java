package dev.polylog.sweep.evidence;

import java.util.Collection;
import java.util.List;

/** Questions to the runs of a grid that are in the store. Cells go by their number in the grid. */
public interface Evidence {

    /** What came of each cell, in the order of cells; those without any run in the store are not among them. */
    List<CellOutcomes> outcomes();

    /** When the runs crossed a threshold, by cell and replicate; runs without a trajectory are not among them. */
    List<RunCrossing> crossings(Criterion criterion);

    /**
     * Quantiles of error and loss over the runs of each cell that neither diverged, failed nor were rejected, at the checkpoints
     * that all of these have.
     */
    List<BandLevel> bands(Collection<Integer> cells);

    /** Trajectories of the first replicates of cells; of many checkpoints, evenly chosen ones. */
    List<Trajectory> trajectories(Collection<Integer> cells, int replicates);

    /** Neurons of the first replicate of cells, at all snapshots. */
    List<NeuronRow> neurons(Collection<Integer> cells);

    /** The last value of an observable in each run of cells; NaN where a run has none. */
    List<RunValue> finals(Collection<Integer> cells, String observable);

    /** The last values of some observables in each run of cells. */
    List<RunEnd> ends(Collection<Integer> cells, List<String> observables);

    /** How the runs of cells started. */
    List<RunStart> starts(Collection<Integer> cells);

    /** Neurons of the first replicates of cells, a snapshot each, by cell, replicate and step. */
    List<RunSnapshot> snapshots(Collection<Integer> cells, int replicates);

    /** Test errors of the first replicates of cells by distance from the boundary, by cell, replicate, step and tenth. */
    List<RunTenth> distances(Collection<Integer> cells, int replicates);

    /** What runs cost, any of them but always the same. */
    List<RunCost> costs(int most);

    /** The runs that took the most processor time. */
    List<RunCost> slowest(int most);

    /** How many runs were being trained over time, in equal stretches of time. */
    List<Load> load(int stretches);

    /** Where the runs come from. */
    Provenance provenance();
}
