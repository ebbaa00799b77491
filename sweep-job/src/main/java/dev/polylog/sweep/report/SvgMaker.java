package dev.polylog.sweep.report;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Guard;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import com.caoccao.javet.values.reference.V8ValueObject;
import dev.polylog.sweep.report.figure.Figure;
import dev.polylog.sweep.report.figure.Json;
import java.io.IOException;

/** Draws figures in V8, by the same specification and the same scripts as the page. For one thread. */
final class SvgMaker implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 512;

    /** What a script that ran into the limit gets for its last allocation. */
    private static final long LAST_HEAP_BYTES = 3L << 30;

    /** Far beyond the figures of this program; it keeps any single allocation far below the room for the last. */
    private static final int MOST_CHARACTERS = 16_000_000;

    private static final long MILLISECONDS_A_FIGURE = 30_000;

    private final V8Runtime runtime;

    private SvgMaker(V8Runtime runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts V8.
     *
     * @throws IOException if there is no V8 for this system or it does not start
     */
    static SvgMaker start() throws IOException {
        V8Library.prepare();
        V8RuntimeOptions.V8_FLAGS.setMaxHeapSize(HEAP_MEGABYTES);
        try {
            V8Runtime runtime = V8Host.getV8Instance().createV8Runtime();
            stopWhenFull(runtime);
            for (Script script : Script.FILES) {
                runtime.getExecutor(script.text()).executeVoid();
            }
            return new SvgMaker(runtime);
        } catch (JavetException | LinkageError e) {
            throw new IOException("V8 does not start: " + e.getMessage(), e);
        }
    }

    /** Without this, V8 would end the whole process; with room for a last allocation it ends the script instead. */
    private static void stopWhenFull(V8Runtime runtime) {
        runtime.setNearHeapLimitCallback((limit, first) -> {
            runtime.terminateExecution();
            return LAST_HEAP_BYTES;
        });
    }

    /**
     * A figure as SVG.
     *
     * @param width in pixels, of which 96 are an inch
     * @throws IOException if the specification cannot be drawn, or not within the bounds of time and memory
     */
    @SuppressWarnings("try") // The guard only has to be there.
    String svg(Figure figure, int width) throws IOException {
        String text = Json.text(figure.specification());
        if (text.length() > MOST_CHARACTERS) {
            throw new IOException("cannot draw " + figure.id() + ": its specification has " + text.length()
                    + " characters (expected at most " + MOST_CHARACTERS + ")");
        }
        try (V8Guard guard = runtime.getGuard(MILLISECONDS_A_FIGURE)) {
            try (V8ValueObject result = runtime.getGlobalObject().invoke("polylogSvg", text, width)) {
                runtime.await();
                String svg = result.getString("svg");
                if (svg == null) {
                    throw new IOException("cannot draw " + figure.id() + ": " + result.getString("error"));
                }
                return svg;
            }
        } catch (JavetTerminatedException e) {
            throw new IOException(
                    "cannot draw " + figure.id() + " within " + MILLISECONDS_A_FIGURE / 1000 + " s and "
                            + HEAP_MEGABYTES + " MB",
                    e);
        } catch (JavetException e) {
            throw new IOException("cannot draw " + figure.id() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            runtime.close();
        } catch (JavetException e) {
            throw new IllegalStateException("V8 does not stop", e);
        }
    }
}
