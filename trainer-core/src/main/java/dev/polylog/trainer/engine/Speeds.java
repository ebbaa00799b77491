package dev.polylog.trainer.engine;

/**
 * How fast a core is at what most of a step consists of: products of matrices, random numbers and other loops over vectors,
 * and sums of tables' entries. What else it does is taken for equally fast everywhere.
 *
 * @param productFlops floating-point operations a second of large matrix products in single precision
 * @param normalSeconds seconds of one normal number
 * @param lookupSeconds seconds of a bitpacked step at its best, for each sample, dimension and neuron
 */
public record Speeds(double productFlops, double normalSeconds, double lookupSeconds) {
    /**
     * Those of the core on which the costs of engines were measured, x86-64 with AVX-512 and Java 25. What {@code auto}
     * takes is what is fastest there, on every machine: the choice belongs to the identity of runs.
     */
    public static final Speeds FROZEN = new Speeds(95.4e9, 0.48e-9, 0.0173e-9);

    public Speeds {
        check("product-flops", productFlops, 1e8, 1e14);
        check("normal-seconds", normalSeconds, 1e-12, 1e-6);
        check("lookup-seconds", lookupSeconds, 1e-14, 1e-8);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Invalid " + name + ": " + value + " (expected " + least + " to " + most + ")");
        }
    }

    /** Time of a product as a multiple of that on the frozen core, where it is exactly 1. */
    double product() {
        return FROZEN.productFlops / productFlops;
    }

    /** Time of a normal as a multiple of that on the frozen core, where it is exactly 1. */
    double normal() {
        return normalSeconds / FROZEN.normalSeconds;
    }

    /** Time of a look-up as a multiple of that on the frozen core, where it is exactly 1. */
    double lookup() {
        return lookupSeconds / FROZEN.lookupSeconds;
    }
}
