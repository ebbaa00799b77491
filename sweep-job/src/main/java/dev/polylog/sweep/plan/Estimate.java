package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the whole of a sweep needs, runs that are finished included.
 *
 * @param cells cells that have runs
 * @param methods number of runs by method
 * @param flops floating-point operations of plain SGD
 * @param largestRunBytes memory of the largest run
 * @param diskBytes bytes of all tables
 */
public record Estimate(int cells, Map<Method, Long> methods, double flops, double largestRunBytes, double diskBytes) {

    public static Estimate of(Sweep sweep) {
        int cells = 0;
        Map<Method, Long> methods = new LinkedHashMap<>();
        double flops = 0;
        double largest = 0;
        double disk = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            int replicates = sweep.replicates(cell);
            if (replicates == 0) {
                continue;
            }
            RunSpec spec = sweep.spec(cell, 0);
            cells++;
            methods.merge(spec.method(), (long) replicates, Long::sum);
            flops += replicates * CostModel.flops(spec);
            largest = Math.max(largest, CostModel.memoryBytes(spec));
            disk += replicates * CostModel.diskBytes(spec);
        }
        return new Estimate(cells, methods, flops, largest, disk);
    }
}
