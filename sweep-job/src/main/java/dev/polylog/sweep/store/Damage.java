package dev.polylog.sweep.store;

import org.apache.hadoop.fs.Path;

/**
 * A file that cannot be trusted.
 *
 * @param reason in words that continue "because"
 */
public record Damage(Table table, Path file, String reason) {
    @Override
    public String toString() {
        return table + "/" + file.getName() + ": " + reason;
    }
}
