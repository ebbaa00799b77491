package dev.polylog.sweep.evidence;

/**
 * Points of the four at which no neuron was active at the start of a run, by class; NaN for other inputs.
 *
 * @param deadClass1 number of those of class 1
 * @param deadClass0 number of those of class 0
 */
public record RunStart(int cell, int replicate, double deadClass1, double deadClass0) {
    public RunPlace place() {
        return new RunPlace(cell, replicate);
    }
}
