package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Units;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Says what takes so long, from beginning to end: in a terminal a line with the seconds that have passed, which is gone in the
 * end; elsewhere one line.
 */
final class StageView implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String task;
    private final RewrittenLine line;
    private final Optional<ScheduledExecutorService> clock;
    private final long start = System.nanoTime();
    private volatile String stage = "";

    private StageView(String task, RewrittenLine line, Optional<ScheduledExecutorService> clock) {
        this.task = task;
        this.line = line;
        this.clock = clock;
    }

    /** @param task such as {@code Making the report} */
    static StageView of(String task, PrintWriter out) {
        RewrittenLine line = new RewrittenLine(out);
        if (!Terminal.isThere()) {
            out.println(task + " ...");
            out.flush();
            return new StageView(task, line, Optional.empty());
        }
        return ticking(task, line);
    }

    /** For what is over soon: nothing where there is no terminal. */
    static StageView brief(String task, PrintWriter out) {
        RewrittenLine line = new RewrittenLine(out);
        return Terminal.isThere() ? ticking(task, line) : new StageView(task, line, Optional.empty());
    }

    private static StageView ticking(String task, RewrittenLine line) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "stage");
            thread.setDaemon(true);
            return thread;
        });
        StageView view = new StageView(task, line, Optional.of(clock));
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(view::show, 0, REFRESH.toMillis(), TimeUnit.MILLISECONDS);
        return view;
    }

    /** @param what is being done now, such as {@code drawing figures} */
    void at(String what) {
        stage = what;
    }

    private void show() {
        String time = Units.duration(Math.floor((System.nanoTime() - start) * 1e-9));
        line.show(columns -> text(task, stage, time, columns));
    }

    /** The stage gives way first, then the time. */
    static String text(String task, String stage, String time, int columns) {
        String brief = task + ", " + time;
        String full = stage.isEmpty() ? brief : task + ": " + stage + ", " + time;
        String fitting = full.length() <= columns ? full : brief.length() <= columns ? brief : task;
        return fitting.substring(0, Math.min(fitting.length(), Math.max(0, columns)));
    }

    @Override
    public void close() {
        if (clock.isEmpty()) {
            return;
        }
        clock.get().shutdownNow();
        try {
            if (clock.get().awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                line.erase();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
