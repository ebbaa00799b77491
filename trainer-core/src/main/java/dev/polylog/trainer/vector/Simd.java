package dev.polylog.trainer.vector;

/** Whether this virtual machine was started with the Vector API: if not, no kernel in it may so much as be mentioned in a lambda. */
public final class Simd {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Simd() {}

    public static boolean isPresent() {
        return PRESENT;
    }
}
