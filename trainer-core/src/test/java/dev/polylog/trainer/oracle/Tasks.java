package dev.polylog.trainer.oracle;

import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.task.Task;

/** Tasks from the fields of sweep files. */
public final class Tasks {
    private Tasks() {}

    public static Task of(Settings settings) {
        return RunSpec.of(settings, 1, 0).task();
    }
}
