package dev.polylog.sweep.study;

import java.util.List;

/**
 * Where a cell of the grid stands in a study.
 *
 * @param cell its number in the sweep
 * @param x value of the scaling axis; NaN if it has none
 * @param group values of the other varying fields, in words; empty if there are none
 * @param label values of all varying fields, in words; empty if there are none
 * @param values of all columns that tell cells apart, as the sweep says them
 * @param d dimension of the inputs
 * @param planned number of its runs
 */
record DesignPoint(int cell, double x, String group, String label, List<String> values, long d, int planned) {
    DesignPoint {
        values = List.copyOf(values);
    }
}
