package dev.polylog.trainer.vector;

/** Whether this virtual machine was started with the Vector API. */
public final class Simd {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Simd() {}

    public static boolean isPresent() {
        return PRESENT;
    }
}
