package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.task.Task;

/**
 * What an engine has to do: everything that engines differ in.
 *
 * @param task what is learned
 * @param architecture what learns
 * @param training how it learns
 */
public record Workload(Task task, Architecture architecture, Training training) {
    /** p. */
    int width() {
        return architecture.width();
    }

    /** Numbers that labels and network see of a sample. */
    double seen() {
        return width() + task.target().coordinates();
    }
}
