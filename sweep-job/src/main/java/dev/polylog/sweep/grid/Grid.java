package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.util.List;
import java.util.stream.Stream;

/** Cells that are looked at together, and the fields in which they differ. */
public sealed interface Grid permits Sweep, Union {

    /** Number of cells, those without runs included. */
    int cells();

    /** Number of runs of a cell; 0 if it has none. */
    int replicates(int cell);

    /** The specifications of the runs of a cell. */
    Stream<RunSpec> runs(int cell);

    /** The specification of the first run of a cell. */
    RunSpec spec(int cell);

    /** The values of all fields in a cell. */
    Settings settings(int cell);

    /** What is said about a field in a cell. */
    Setting<?> setting(int cell, Field<?> field);

    /** The columns that tell cells apart: the fields on axes that have more than one value. */
    List<String> varying();

    /** The values of the {@link #varying()} fields in a cell. */
    List<String> labels(int cell);

    /** Directions in which cells differ; fields that move together are on one. */
    List<Axis> axes();

    /** What is said about the fields that are on no axis. */
    List<Setting<?>> common();

    /** Names of the stores that the runs are in. */
    List<String> stores();

    /** Name of the store of a cell. */
    String store(int cell);

    /** The plans that name the runs. */
    List<Part> parts();
}
