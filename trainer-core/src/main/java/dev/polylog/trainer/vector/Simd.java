package dev.polylog.trainer.vector;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether this virtual machine was started with the Vector API. */
public final class Simd {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Simd() {}

    public static boolean isPresent() {
        return PRESENT;
    }

    /** A kernel whose class must not be touched where the Vector API is absent; null there. */
    public static <K> @Nullable K kernel(Supplier<? extends K> vector) {
        return PRESENT ? vector.get() : null;
    }
}
