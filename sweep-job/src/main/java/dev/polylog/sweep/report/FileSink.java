package dev.polylog.sweep.report;

import java.io.IOException;

/** The place that takes the files of a report, such as the folder of a store. */
@FunctionalInterface
public interface FileSink {
    /**
     * Writes a file, over an older one of its name.
     *
     * @param name with slashes, relative to the folder of the report, such as {@code figures/residuals.svg}
     */
    void write(String name, byte[] content) throws IOException;
}
